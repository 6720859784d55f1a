#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "core/data/array_file.h"
#include "core/data/npy.h"
#include "core/data/zip.h"

namespace thalweg {
namespace {

constexpr std::string_view suffix = ".npy";

class NpzFile final : public ArrayFile {
  public:
    explicit NpzFile(std::span<const ZipEntry> entries) {
        for (const ZipEntry& entry : entries) {
            if (entry.name.ends_with(suffix)) add(entry);
        }
    }

    std::span<const ArrayInfo> arrays() const override { return infos_; }
    std::string_view format() const override { return "numpy"; }
    std::expected<std::vector<double>, std::string> read(std::size_t index) const override {
        std::vector<std::byte> room;
        const auto bytes = unpack(entries_[index], room);
        if (!bytes) return std::unexpected(bytes.error());
        const auto header = parse_npy_header(*bytes);
        if (!header) return std::unexpected(header.error());
        return read_npy_numbers(*header, *bytes);
    }

  private:
    void add(const ZipEntry& entry) {
        ArrayInfo info{.name = entry.name.substr(0, entry.name.size() - suffix.size()), .shape = {}, .problem = {}};
        std::vector<std::byte> room;
        const auto beginning = unpack(entry, room, longest_npy_header + 12);
        const auto header = beginning ? parse_npy_header(*beginning) : std::unexpected(beginning.error());
        if (header) {
            info.shape = header->shape;
            info.problem = header->problem;
        } else {
            info.problem = header.error();
        }
        infos_.push_back(std::move(info));
        entries_.push_back(entry);
    }

    std::vector<ArrayInfo> infos_;
    std::vector<ZipEntry> entries_;  ///< of infos_, one for one
};

}  // namespace

std::expected<std::unique_ptr<ArrayFile>, std::string> open_npz(std::span<const std::byte> bytes) {
    const auto entries = read_zip_directory(bytes);
    if (!entries) return std::unexpected(entries.error());
    auto file = std::make_unique<NpzFile>(*entries);
    if (file->arrays().empty()) return std::unexpected("is a zip archive without arrays of numpy's");
    return file;
}

}  // namespace thalweg
