/*
 * A disk that forgets what was not synced. Preloaded into a program, it keeps a second copy of the databases in a folder:
 * what a disk would hold, should the power go now. Writes reach that copy when their file is synced; some reach it
 * earlier, whole or torn at a sector, as a kernel writes back when it likes. Kill the program at any moment and the copy
 * is the disk after the cut.
 *
 * POWERCUT_FROM  the folder that the program uses
 * POWERCUT_TO    the folder of the copy
 * POWERCUT_EARLY of a hundred writes so many reach the copy before they are synced
 * POWERCUT_SEED  seed of the chances
 *
 * cc -shared -fPIC -O1 -o powercut.so powercut.c -ldl -lpthread
 */
#define _GNU_SOURCE
#define _LARGEFILE64_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 64
#define DESCRIPTORS 65536
#define SECTOR 512

struct change {
  struct change *next;
  off64_t offset;
  ssize_t length; /* -1: the file is cut off at the offset */
  char bytes[];
};

struct file {
  char name[NAME_MAX + 1];
  int copy;
  struct change *first, **last;
};

static struct file files[FILES];
static struct file *open_files[DESCRIPTORS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned seed;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_truncate)(int, off64_t);
static int (*real_sync)(int);
static int (*real_unlink)(const char *);

__attribute__((constructor)) static void prepare(void) {
  real_open = dlsym(RTLD_NEXT, "open64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_sync = dlsym(RTLD_NEXT, "fsync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  const char *chance = getenv("POWERCUT_SEED");
  seed = chance ? (unsigned)atoi(chance) : 1;
}

/* The name of a database file in the watched folder; NULL for any other. */
static const char *watched(const char *path) {
  const char *from = getenv("POWERCUT_FROM");
  size_t length = from ? strlen(from) : 0;
  if (!length || strncmp(path, from, length) || path[length] != '/') return NULL;
  const char *name = path + length + 1;
  size_t size = strlen(name);
  if (strchr(name, '/') || size > NAME_MAX) return NULL;
  int database = size > 3 && !strcmp(name + size - 3, ".db");
  int log = size > 7 && !strcmp(name + size - 7, ".db-wal");
  int journal = size > 11 && !strcmp(name + size - 11, ".db-journal");
  return database || log || journal ? name : NULL;
}

static void copy_path(const char *name, char *path) { snprintf(path, PATH_MAX, "%s/%s", getenv("POWERCUT_TO"), name); }

static struct file *file_of(const char *name) {
  struct file *each = files;
  while (each->name[0] && strcmp(each->name, name)) {
    if (++each == files + FILES) abort();
  }
  if (!each->name[0]) {
    strcpy(each->name, name);
    each->copy = -1;
    each->last = &each->first;
  }
  return each;
}

static int copy_of(struct file *file) {
  if (file->copy < 0) {
    char path[PATH_MAX];
    copy_path(file->name, path);
    file->copy = real_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file->copy < 0) abort();
  }
  return file->copy;
}

static void apply(struct file *file, off64_t offset, const char *bytes, ssize_t length) {
  int copy = copy_of(file);
  if (length < 0) {
    if (real_truncate(copy, offset)) abort();
  } else if (real_pwrite(copy, bytes, (size_t)length, offset) != length) {
    abort();
  }
}

/* Notes a change that waits for its sync; by chance the copy has it now already. */
static void note(struct file *file, off64_t offset, const char *bytes, ssize_t length) {
  struct change *change = malloc(sizeof *change + (length > 0 ? (size_t)length : 0));
  if (!change) abort();
  change->next = NULL;
  change->offset = offset;
  change->length = length;
  if (length > 0) memcpy(change->bytes, bytes, (size_t)length);
  *file->last = change;
  file->last = &change->next;
  const char *early = getenv("POWERCUT_EARLY");
  if (early && rand_r(&seed) % 100 < atoi(early)) {
    ssize_t part = length;
    if (length > SECTOR && rand_r(&seed) % 4 == 0) part = SECTOR * (1 + rand_r(&seed) % (length / SECTOR));
    apply(file, offset, bytes, part);
  }
}

static void forget(struct file *file) {
  while (file->first) {
    struct change *next = file->first->next;
    free(file->first);
    file->first = next;
  }
  file->last = &file->first;
}

static struct file *at(int fd) { return fd >= 0 && fd < DESCRIPTORS ? open_files[fd] : NULL; }

static int opened(const char *path, int fd) {
  const char *name = fd >= 0 && fd < DESCRIPTORS ? watched(path) : NULL;
  if (name) {
    pthread_mutex_lock(&lock);
    open_files[fd] = file_of(name);
    pthread_mutex_unlock(&lock);
  }
  return fd;
}

static int open_either(const char *path, int flags, va_list more) {
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  return opened(path, real_open(path, flags, mode));
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int fd = open_either(path, flags, more);
  va_end(more);
  return fd;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int fd = open_either(path, flags, more);
  va_end(more);
  return fd;
}

int close(int fd) {
  if (at(fd)) {
    pthread_mutex_lock(&lock);
    open_files[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  ssize_t written = real_pwrite(fd, bytes, length, offset);
  struct file *file = at(fd);
  if (file && written > 0) {
    pthread_mutex_lock(&lock);
    note(file, offset, bytes, written);
    pthread_mutex_unlock(&lock);
  }
  return written;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  struct file *file = at(fd);
  off64_t offset = file ? lseek64(fd, 0, SEEK_CUR) : 0;
  ssize_t written = real_write(fd, bytes, length);
  if (file && written > 0) {
    pthread_mutex_lock(&lock);
    note(file, offset, bytes, written);
    pthread_mutex_unlock(&lock);
  }
  return written;
}

int ftruncate64(int fd, off64_t length) {
  int result = real_truncate(fd, length);
  struct file *file = at(fd);
  if (file && !result) {
    pthread_mutex_lock(&lock);
    note(file, length, NULL, -1);
    pthread_mutex_unlock(&lock);
  }
  return result;
}

static int synced(int fd) {
  struct file *file = at(fd);
  if (!file) return real_sync(fd);
  pthread_mutex_lock(&lock);
  for (struct change *each = file->first; each; each = each->next) apply(file, each->offset, each->bytes, each->length);
  forget(file);
  pthread_mutex_unlock(&lock);
  return 0; /* the real disk does not matter here */
}

int fsync(int fd) { return synced(fd); }

int fdatasync(int fd) { return synced(fd); }

int unlink(const char *path) {
  int result = real_unlink(path);
  const char *name = watched(path);
  if (name && !result) {
    char copy[PATH_MAX];
    pthread_mutex_lock(&lock);
    struct file *file = file_of(name);
    forget(file);
    if (file->copy >= 0) real_close(file->copy);
    file->copy = -1;
    copy_path(name, copy);
    real_unlink(copy);
    pthread_mutex_unlock(&lock);
  }
  return result;
}
