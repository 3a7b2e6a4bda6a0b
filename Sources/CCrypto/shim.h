// SHA-256 alone, without libcrypto's providers and their configuration, which would cost every start a millisecond.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
