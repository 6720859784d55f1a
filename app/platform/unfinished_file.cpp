#include "app/platform/unfinished_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <system_error>

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// The file that a symbolic link stands for.
fs::path link_target(const fs::path& file) {
    std::error_code ignored;
    if (!fs::is_symlink(file, ignored)) return file;
    const auto target = fs::weakly_canonical(file, ignored);
    return ignored ? file : target;
}

#ifdef O_TMPFILE
/// Under which an open file without a name can be reached, for as long as it is open.
std::string path_of(int descriptor) {
    return fmt::format("/proc/self/fd/{}", descriptor);
}

/// -1 where the file system or the system has no such files.
int open_nameless(const fs::path& target) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    if (descriptor < 0 || ::access(path_of(descriptor).c_str(), F_OK) == 0) return descriptor;
    ::close(descriptor);
    return -1;
}

/// 0, or the errno.
int give_name(int descriptor, const fs::path& name) {
    const std::string path = path_of(descriptor);
    return ::linkat(AT_FDCWD, path.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}
#else
int open_nameless(const fs::path&) {
    return -1;
}
int give_name(int, const fs::path&) {
    return ENOTSUP;
}
#endif

}  // namespace

std::expected<UnfinishedFile, std::string> UnfinishedFile::open(const fs::path& file) {
    std::error_code ignored;
    if (file.empty() || !file.has_filename())
        return std::unexpected(fmt::format("cannot write \"{}\": it names no file", file.string()));
    if (fs::is_directory(file, ignored))
        return std::unexpected(fmt::format("cannot write {}: it is a folder", file.string()));
    const auto refused = [&] {
        return std::unexpected(
            fmt::format("cannot write {}: {}", file.string(), std::system_category().message(errno)));
    };
    if (fs::is_other(file, ignored)) {
        const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0) return refused();
        return UnfinishedFile(file, {}, descriptor, true);
    }
    const fs::path target = link_target(file);
    if (const int descriptor = open_nameless(target); descriptor >= 0) return UnfinishedFile(target, {}, descriptor);
    const fs::path named = unfinished_name(target);
    const int descriptor = ::open(named.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return refused();
    return UnfinishedFile(target, named, descriptor);
}

UnfinishedFile::~UnfinishedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!named_.empty()) ::unlink(named_.c_str());
}

std::string UnfinishedFile::failed(int error) const {
    return fmt::format("cannot write {}: {}", file_.string(), std::system_category().message(error));
}

std::string UnfinishedFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

std::string UnfinishedFile::keep() {
    if (in_place_) return ::close(std::exchange(descriptor_, -1)) == 0 ? std::string() : failed(errno);
    // Some file systems cannot do it, and say so.
    if (::fsync(descriptor_) != 0 && errno != EINVAL) return failed(errno);
    if (named_.empty()) {
        // A link cannot take the place of another file, a rename can.
        const fs::path name = unfinished_name(file_);
        if (const int error = give_name(descriptor_, name); error != 0) return failed(error);
        named_ = name;
    }
    if (::close(std::exchange(descriptor_, -1)) != 0) return failed(errno);
    if (::rename(named_.c_str(), file_.c_str()) != 0) return failed(errno);
    named_.clear();
    return {};
}

fs::path unfinished_name(const fs::path& file) {
    fs::path name = file;
    name += fmt::format(".{:08x}.part", std::random_device{}());
    return name;
}

}  // namespace thalweg
