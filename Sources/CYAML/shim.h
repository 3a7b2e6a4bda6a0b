// The events of a YAML text, one after the other: no tree is made but the one that presets are read from.
#include <yaml.h>
