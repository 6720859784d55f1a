#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <utility>

namespace thalweg {

/// A file that appears under its name when it is whole and not before, in place of what was there. Given up, it leaves
/// nothing behind. Where the file system can do that it has no name at all in the meantime, so that nothing stays even
/// when the program is killed; elsewhere its name ends in ".part". Pipes and devices are written to as they are.
class UnfinishedFile {
  public:
    /// The error is one sentence.
    static std::expected<UnfinishedFile, std::string> open(const std::filesystem::path& file);
    UnfinishedFile(UnfinishedFile&& other) noexcept
        : file_(std::move(other.file_)),
          named_(std::exchange(other.named_, {})),
          descriptor_(std::exchange(other.descriptor_, -1)),
          in_place_(other.in_place_) {}
    UnfinishedFile& operator=(UnfinishedFile&&) = delete;
    ~UnfinishedFile();

    /// Empty when written, else one sentence; so are the others.
    std::string write(std::span<const std::byte> bytes);
    /// Puts the file under its name, safe from a power cut.
    std::string keep();

    /// For programs that write into it.
    int descriptor() const { return descriptor_; }

  private:
    UnfinishedFile(std::filesystem::path file, std::filesystem::path named, int descriptor, bool in_place = false)
        : file_(std::move(file)), named_(std::move(named)), descriptor_(descriptor), in_place_(in_place) {}
    std::string failed(int error) const;

    std::filesystem::path file_;   ///< in the end; what a symbolic link stands for, so that the link stays
    std::filesystem::path named_;  ///< the name until then; empty: it has none
    int descriptor_ = -1;
    bool in_place_ = false;
};

/// A name beside the file that no other has, for what is not finished yet: run.mp4.1f0e2d3c.part.
std::filesystem::path unfinished_name(const std::filesystem::path& file);

}  // namespace thalweg
