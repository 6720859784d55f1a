#include "app/platform/file_lock.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#if __has_include(<sys/file.h>)
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <cstdio>
#endif

namespace thalweg {
namespace {

std::unexpected<std::string> refused(const std::filesystem::path& file, int error) {
    return std::unexpected(fmt::format("cannot lock {}: {}", file.string(), std::system_category().message(error)));
}

}  // namespace

#if __has_include(<sys/file.h>)

std::expected<FileLock, std::string> FileLock::take(const std::filesystem::path& file) {
    // Its owner may have deleted the file between the two calls: then what is locked is not what is there.
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0) return refused(file, errno);
        FileLock lock(descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return refused(file, errno);
        struct stat mine{}, there{};
        if (::fstat(descriptor, &mine) == 0 && ::stat(file.c_str(), &there) == 0 && mine.st_ino == there.st_ino &&
            mine.st_dev == there.st_dev)
            return lock;
    }
    return refused(file, EBUSY);
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

#else

std::expected<FileLock, std::string> FileLock::take(const std::filesystem::path& file) {
    std::FILE* made = std::fopen(file.string().c_str(), "wx");
    if (made == nullptr) return refused(file, errno);
    std::fclose(made);
    return FileLock(-1);
}

FileLock::~FileLock() = default;

#endif

}  // namespace thalweg
