#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace thalweg {

/// All bytes of a file, in memory.
class FileBytes {
  public:
    /// The largest file that is read, in bytes.
    static constexpr std::size_t largest = std::size_t{2} << 30U;

    /// Reads a regular file at once. The error is one sentence that names it.
    static std::expected<FileBytes, std::string> read(const std::filesystem::path& file);

    std::span<const std::byte> bytes() const { return {bytes_.get(), size_}; }

  private:
    FileBytes(std::unique_ptr<std::byte[]> bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}

    std::unique_ptr<std::byte[]> bytes_;
    std::size_t size_ = 0;
};

}  // namespace thalweg
