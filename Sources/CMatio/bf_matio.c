#include "bf_matio.h"

#include <dlfcn.h>
#include <matio.h>
#include <pthread.h>
#include <stdlib.h>

/// What is used of libmatio, with the types of its header.
static struct {
    __typeof__(Mat_Open) *open;
    __typeof__(Mat_Close) *close;
    __typeof__(Mat_VarReadInfo) *read_info;
    __typeof__(Mat_VarReadDataLinear) *read_linear;
    __typeof__(Mat_VarFree) *free;
    const char *problem;
} matio;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/// Loads the library once; it has to be the version whose header this was compiled with, or its structures might be others.
static void load(void)
{
    static const char *const names[] = {"libmatio.so.11", "libmatio.so", "libmatio.so.12", "libmatio.so.13"};
    void *library = NULL;
    for (size_t index = 0; library == NULL && index < sizeof names / sizeof *names; index++)
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    matio.problem = "libmatio is not installed: on Debian, apt-get install libmatio11";
    if (library == NULL) return;

    matio.problem = "libmatio is of another version than the one that bitfront was built with: build bitfront again";
    void (*version)(int *, int *, int *) = (void (*)(int *, int *, int *))dlsym(library, "Mat_GetLibraryVersion");
    int major = 0, minor = 0, release = 0;
    if (version != NULL) version(&major, &minor, &release);
    if (major != MATIO_MAJOR_VERSION || minor != MATIO_MINOR_VERSION) return;

    matio.open = (__typeof__(matio.open))dlsym(library, "Mat_Open");
    matio.close = (__typeof__(matio.close))dlsym(library, "Mat_Close");
    matio.read_info = (__typeof__(matio.read_info))dlsym(library, "Mat_VarReadInfo");
    matio.read_linear = (__typeof__(matio.read_linear))dlsym(library, "Mat_VarReadDataLinear");
    matio.free = (__typeof__(matio.free))dlsym(library, "Mat_VarFree");
    if (matio.open && matio.close && matio.read_info && matio.read_linear && matio.free) matio.problem = NULL;
}

bf_matio *bf_matio_open(const char *path, const char **reason)
{
    pthread_once(&once, load);
    *reason = matio.problem;
    if (matio.problem != NULL) return NULL;
    *reason = "libmatio cannot open it";
    return (bf_matio *)matio.open(path, MAT_ACC_RDONLY);
}

void bf_matio_close(bf_matio *file)
{
    if (file != NULL) matio.close((mat_t *)file);
}

int bf_matio_read(
    bf_matio *file, const char *name, const size_t *extents, int rank, int class, int start, int count, void *values)
{
    matvar_t *variable = matio.read_info((mat_t *)file, name);
    if (variable == NULL) return 1;
    int status = variable->rank != rank || (int)variable->class_type != class;
    for (int axis = 0; status == 0 && axis < rank; axis++) status = variable->dims[axis] != extents[axis];
    if (status == 0) status = matio.read_linear((mat_t *)file, variable, values, start, 1, count);
    matio.free(variable);
    return status;
}
