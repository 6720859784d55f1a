#include "core/data/file_bytes.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace thalweg {

std::expected<FileBytes, std::string> FileBytes::read(const std::filesystem::path& file) {
    const auto failed = [&](std::string_view why) {
        return std::unexpected(fmt::format("cannot read {}: {}", file.string(), why));
    };
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) return failed("there is no such file");
    if (std::filesystem::is_directory(status)) return failed("it is a folder");
    if (!std::filesystem::is_regular_file(status)) return failed("it is no regular file");
    const auto size = std::filesystem::file_size(file, error);
    if (error) return failed(error.message());
    if (size > largest) return failed(fmt::format("it is larger than {} GB", largest >> 30U));

    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return failed(std::system_category().message(errno != 0 ? errno : EIO));
    auto bytes = std::make_unique_for_overwrite<std::byte[]>(size);
    stream.read(reinterpret_cast<char*>(bytes.get()), static_cast<std::streamsize>(size));
    // A file that is being written to may have become shorter.
    return FileBytes(std::move(bytes), static_cast<std::size_t>(stream.gcount()));
}

}  // namespace thalweg
