#include "app/document/read_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace thalweg {

std::expected<std::string, std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        return std::unexpected(fmt::format("cannot read {}: it is a folder", file.string()));
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        const int error = errno != 0 ? errno : ENOENT;
        return std::unexpected(fmt::format("cannot read {}: {}", file.string(), std::system_category().message(error)));
    }
    std::string text;
    const auto size = std::filesystem::file_size(file, ignored);
    if (!ignored) text.reserve(std::min<std::uintmax_t>(size, limit));
    for (char block[1 << 14]; stream.read(block, sizeof block), stream.gcount() > 0;) {
        text.append(block, static_cast<std::size_t>(stream.gcount()));
        if (text.size() > limit) {
            return std::unexpected(fmt::format("cannot read {}: it is larger than {} bytes", file.string(), limit));
        }
    }
    return text;
}

}  // namespace thalweg
