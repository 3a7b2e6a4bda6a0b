// What the C library lets a program say of its heaps, which Swift's module of it leaves out.
#include <malloc.h>
