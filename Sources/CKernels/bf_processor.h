#ifndef BF_PROCESSOR_H
#define BF_PROCESSOR_H

/// Put before a function: it is compiled for wider vectors than every x86-64 has as well, and the widest that this processor knows
/// is taken when the program is loaded. Other processors have one version, which the compiler makes for all of them.
/// `BF_ONE_VERSION` asks for that everywhere, so that it can be tested on any machine (Scripts/soak.d/other-processors).
#if defined(__x86_64__) && defined(__linux__) && !defined(BF_ONE_VERSION)
#define BF_FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define BF_FOR_EACH_PROCESSOR
#endif

#endif
