#include "app/document/write_file.h"

#include "app/platform/unfinished_file.h"

namespace thalweg {

std::string write_file(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    auto unfinished = UnfinishedFile::open(file);
    if (!unfinished) return unfinished.error();
    std::string error = unfinished->write(bytes);
    return error.empty() ? unfinished->keep() : error;
}

std::string write_file(const std::filesystem::path& file, std::string_view text) {
    return write_file(file, std::as_bytes(std::span(text)));
}

}  // namespace thalweg
