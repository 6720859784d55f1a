#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <utility>

namespace thalweg {

/// A file that belongs to one process as long as that lives. However it ends, the system lets go of the file, so that a
/// live owner can be told from a dead one. Only an agreement between programs that ask: nobody is kept from reading,
/// writing or deleting the file.
class FileLock {
  public:
    /// Makes the file if it is not there. The error is one sentence: another owner has it, or it cannot be made.
    /// Where the system has no such locks, every file that is there already has an owner.
    static std::expected<FileLock, std::string> take(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileLock();

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace thalweg
