#include "app/document/write_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <string_view>
#include <system_error>

namespace thalweg {
namespace {

std::string because(int error) {
    return std::system_category().message(error);
}

/// 0, or the errno of what failed.
int write_all(int descriptor, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return 0;
}

std::string write_to_device(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return fmt::format("cannot write {}: {}", file.string(), because(errno));
    int error = write_all(descriptor, bytes);
    if (::close(descriptor) != 0 && error == 0) error = errno;
    return error == 0 ? std::string() : fmt::format("cannot write {}: {}", file.string(), because(error));
}

/// The file that a symbolic link stands for, so that a rename replaces the file and not the link.
std::filesystem::path link_target(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_symlink(file, ignored)) return file;
    const auto target = std::filesystem::weakly_canonical(file, ignored);
    return ignored ? file : target;
}

}  // namespace

std::string write_file(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (file.empty() || !file.has_filename())
        return fmt::format("cannot write \"{}\": it names no file", file.string());
    if (std::filesystem::is_directory(status)) return fmt::format("cannot write {}: it is a folder", file.string());
    // A pipe or a device cannot be replaced by a rename: it is written to as it is.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        return write_to_device(file, bytes);
    }

    const auto target = link_target(file);
    const auto temporary = unfinished_name(target);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return fmt::format("cannot write {}: {}", file.string(), because(errno));
    int error = write_all(descriptor, bytes);
    if (error == 0 && ::fsync(descriptor) != 0 && errno != EINVAL) error = errno;
    if (::close(descriptor) != 0 && error == 0) error = errno;
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error == 0) return {};
    ::unlink(temporary.c_str());
    return fmt::format("cannot write {}: {}", file.string(), because(error));
}

std::string write_file(const std::filesystem::path& file, std::string_view text) {
    return write_file(file, std::as_bytes(std::span(text)));
}

std::filesystem::path unfinished_name(const std::filesystem::path& file) {
    std::filesystem::path name = file;
    name += fmt::format(".{:08x}.part", std::random_device{}());
    return name;
}

}  // namespace thalweg
