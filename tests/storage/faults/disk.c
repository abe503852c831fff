/* A disk that remembers: what is done below a folder is recorded, or fails on demand (LD_PRELOAD). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 65536
static char watched[4096], *names[FILES];
static size_t watched_length;
static int record = -1, fail_at, fail_errno, fail_for_ever, counted, most_in_a_row, in_a_row;
static char written_last[4096];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int (*real_open)(const char *, int, ...), (*real_openat)(int, const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_sendfile)(int, int, off_t *, size_t);
static int (*real_truncate)(int, off_t), (*real_fsync)(int), (*real_fdatasync)(int);
static int (*real_allocate)(int, off_t, off_t);
static int (*real_close)(int), (*real_unlink)(const char *), (*real_unlinkat)(int, const char *, int);
static int (*real_rename)(const char *, const char *), (*real_link)(const char *, const char *);
static int (*real_mkdir)(const char *, mode_t), (*real_rmdir)(const char *);

__attribute__((constructor)) static void find(void) {
    real_open = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_sendfile = dlsym(RTLD_NEXT, "sendfile64");
    real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_allocate = dlsym(RTLD_NEXT, "posix_fallocate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_close = dlsym(RTLD_NEXT, "close");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_unlinkat = dlsym(RTLD_NEXT, "unlinkat");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_link = dlsym(RTLD_NEXT, "link");
    real_mkdir = dlsym(RTLD_NEXT, "mkdir");
    real_rmdir = dlsym(RTLD_NEXT, "rmdir");
}

/* Watch a folder; called by the process under test through ctypes. */
void disk_watch(const char *folder, const char *record_to) {
    snprintf(watched, sizeof watched, "%s", folder);
    watched_length = strlen(watched);
    if (record_to[0]) record = real_open(record_to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Let the n-th call that changes something fail from now, once or from then on; 0 lets none fail. */
void disk_fail(int at, int error, int for_ever) {
    fail_at = at, fail_errno = error, fail_for_ever = for_ever, counted = 0;
}

/* Count so many writes at most that follow each other in one file; 0 counts all. */
void disk_count_few(int most) { most_in_a_row = most; }

/* Say how many calls there were that could have failed. */
int disk_counted(void) { return counted; }

static int is_ours(const char *path) {
    return watched_length && strncmp(path, watched, watched_length) == 0;
}

static const char *name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : NULL; }

static int failed_now(void) {
    int now = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (!fail_at || (now != fail_at && !(fail_for_ever && now > fail_at))) return 0;
    errno = fail_errno;
    return 1;
}

static int must_fail(void) {
    in_a_row = 0;
    return failed_now();
}

/* A write after many to the same file meets the same state; it fails only if every call does. */
static int must_fail_to_write(const char *name) {
    if (in_a_row && strcmp(name, written_last) == 0) in_a_row++;
    else snprintf(written_last, sizeof written_last, "%s", name), in_a_row = 1;
    if (!most_in_a_row || in_a_row <= most_in_a_row) return failed_now();
    if (!fail_at || !fail_for_ever || counted < fail_at) return 0;
    errno = fail_errno;
    return 1;
}

static void put(const void *data, size_t length) {
    for (size_t done = 0; done < length;) {
        ssize_t some = real_write(record, (const char *)data + done, length - done);
        if (some <= 0) abort();
        done += some;
    }
}

/* One event: kind, length of name, offset, length of data, name, data. */
static void note(char kind, const char *name, int64_t offset, const void *data, uint64_t length) {
    if (record < 0) return;
    int kept = errno;
    uint32_t size = strlen(name);
    char head[21];
    head[0] = kind;
    memcpy(head + 1, &size, 4), memcpy(head + 5, &offset, 8), memcpy(head + 13, &length, 8);
    pthread_mutex_lock(&turn);
    put(head, sizeof head), put(name, size);
    if (data) put(data, length);
    pthread_mutex_unlock(&turn);
    errno = kept;
}

/* The whole name of what is named within an open folder. */
static const char *whole(int folder, const char *path, char *room, size_t size) {
    char link[64];
    if (path[0] == '/' || folder == AT_FDCWD) return path;
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, room, size - 1);
    if (length < 0) return path;
    snprintf(room + length, size - length, "/%s", path);
    return room;
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
    char room[8192];
    const char *name = watched_length ? whole(folder, path, room, sizeof room) : path;
    struct stat before;
    int ours = is_ours(name), is_new = ours && (flags & O_CREAT) && stat(name, &before) != 0;
    if (is_new && must_fail()) return -1;
    int fd = folder == AT_FDCWD ? real_open(path, flags, mode) : real_openat(folder, path, flags, mode);
    if (fd >= 0 && fd < FILES && ours) {
        free(names[fd]);
        names[fd] = strdup(name);
        if (is_new) note('C', name, 0, NULL, 0);
        else if (flags & O_TRUNC) note('T', name, 0, NULL, 0);
    }
    return fd;
}
#define MODE va_list rest; va_start(rest, flags); mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; va_end(rest);
#define OPEN(name) int name(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
#define OPENAT(name) int name(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)

int close(int fd) {
    if (name_of(fd)) free(names[fd]), names[fd] = NULL;
    return real_close(fd);
}
ssize_t write(int fd, const void *data, size_t length) {
    const char *name = name_of(fd);
    if (name && must_fail_to_write(name)) return -1;
    ssize_t done = real_write(fd, data, length);
    if (name && done > 0) note('W', name, lseek(fd, 0, SEEK_CUR) - done, data, done);
    return done;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
    const char *name = name_of(fd);
    if (name && must_fail_to_write(name)) return -1;
    ssize_t done = real_pwrite(fd, data, length, offset);
    if (name && done > 0) note('W', name, offset, data, done);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }
/* Who copies by the kernel is told that it cannot be done here, and writes what it has read. */
ssize_t sendfile64(int to, int from, off_t *offset, size_t count) {
    if (name_of(to)) return errno = ENOTSOCK, -1;
    return real_sendfile(to, from, offset, count);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t count) { return sendfile64(to, from, offset, count); }
int ftruncate64(int fd, off_t size) {
    const char *name = name_of(fd);
    if (name && must_fail()) return -1;
    int failed = real_truncate(fd, size);
    if (name && !failed) note('T', name, size, NULL, 0);
    return failed;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int posix_fallocate64(int fd, off_t offset, off_t size) {
    const char *name = name_of(fd);
    struct stat now;
    if (name && must_fail()) return errno;
    int failed = real_allocate(fd, offset, size);
    if (name && !failed && fstat(fd, &now) == 0) note('T', name, now.st_size, NULL, 0);
    return failed;
}
int posix_fallocate(int fd, off_t offset, off_t size) { return posix_fallocate64(fd, offset, size); }
#define SYNC(name)                                              \
    int name(int fd) {                                          \
        if (name_of(fd) && must_fail()) return -1;              \
        int failed = real_##name(fd);                           \
        if (name_of(fd) && !failed) note('S', name_of(fd), 0, NULL, 0); \
        return failed;                                          \
    }
SYNC(fsync) SYNC(fdatasync)
#define ONE(name, kind)                                         \
    if (is_ours(path) && must_fail()) return -1;                \
    int failed = name;                                          \
    if (!failed && is_ours(path)) note(kind, path, 0, NULL, 0); \
    return failed;
int unlink(const char *path) { ONE(real_unlink(path), 'U') }
int rmdir(const char *path) { ONE(real_rmdir(path), 'U') }
int mkdir(const char *path, mode_t mode) { ONE(real_mkdir(path, mode), 'M') }
int unlinkat(int folder, const char *part, int flags) {
    char room[8192];
    const char *path = watched_length ? whole(folder, part, room, sizeof room) : part;
    ONE(real_unlinkat(folder, part, flags), 'U')
}
#define TWO(name, kind)                                                \
    if (is_ours(to) && must_fail()) return -1;                         \
    int failed = name(from, to);                                       \
    if (!failed && is_ours(to)) note(kind, from, 0, to, strlen(to));   \
    return failed;
int rename(const char *from, const char *to) { TWO(real_rename, 'R') }
int link(const char *from, const char *to) { TWO(real_link, 'L') }
