#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace thalweg {

/// One file in a zip archive. Its sizes are as the archive's directory claims them.
struct ZipEntry {
    std::string name;
    bool deflated = false;  ///< else stored as it is
    std::uint32_t crc = 0;
    std::span<const std::byte> content;  ///< as it lies in the archive
    std::uint64_t size = 0;              ///< of what it unpacks to, in bytes
    std::string problem;                 ///< why it cannot be unpacked; empty if it can
};

/// The directory of an archive, zip64 included (PKWARE's APPNOTE.TXT 6.3.10). The error is a clause.
std::expected<std::vector<ZipEntry>, std::string> read_zip_directory(std::span<const std::byte> bytes);

/// The entry's bytes, or at most `limit` from its beginning: as they lie in the archive, or unpacked into `room`, whose
/// contents are replaced. Whole entries are held against their checksum. What is claimed is believed only as far as
/// deflate can compress (1032 : 1).
std::expected<std::span<const std::byte>, std::string> unpack(const ZipEntry& entry, std::vector<std::byte>& room,
                                                              std::size_t limit = SIZE_MAX);

}  // namespace thalweg
