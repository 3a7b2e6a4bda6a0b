#define _GNU_SOURCE
#include "bf_threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

/// What a thread is to do, and where it may run once it does.
typedef struct {
    void (*run)(void *);
    void *argument;
    cpu_set_t processors;
} task;

static void *begin(void *given) {
    task mine = *(task *)given;
    free(given);
    // That it was to begin elsewhere says nothing of where it is to stay.
    if (CPU_COUNT(&mine.processors) > 0) sched_setaffinity(0, sizeof mine.processors, &mine.processors);
    mine.run(mine.argument);
    return NULL;
}

/// Asks for a processor that is not the caller's; without effect where there is none, or more than a set can name.
static void begin_elsewhere(pthread_attr_t *attributes, cpu_set_t *all) {
    CPU_ZERO(all);
    int here = sched_getcpu();
    cpu_set_t others;
    if (here < 0 || here >= CPU_SETSIZE || sched_getaffinity(0, sizeof *all, all) != 0) {
        CPU_ZERO(all);
        return;
    }
    others = *all;
    CPU_CLR(here, &others);
    if (CPU_COUNT(&others) == 0 || pthread_attr_setaffinity_np(attributes, sizeof others, &others) != 0) CPU_ZERO(all);
}

bool bf_thread_start(void (*run)(void *), void *argument) {
    task *given = malloc(sizeof *given);
    pthread_attr_t attributes;
    if (given == NULL || pthread_attr_init(&attributes) != 0) {
        free(given);
        return false;
    }
    given->run = run;
    given->argument = argument;
    begin_elsewhere(&attributes, &given->processors);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread;
    bool is_started = pthread_create(&thread, &attributes, begin, given) == 0;
    pthread_attr_destroy(&attributes);
    if (!is_started) free(given);
    return is_started;
}
