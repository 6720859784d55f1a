#include "core/data/zip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <optional>

#include "core/data/grid_data.h"

namespace thalweg {
namespace {

using Bytes = std::span<const std::byte>;

constexpr const char* broken = "is a zip archive that is cut short or damaged";

/// Little-endian numbers; what lies beyond the end reads as zero, after `ok` has been set to false.
class Reader {
  public:
    explicit Reader(Bytes bytes, std::uint64_t position = 0) : bytes_(bytes), position_(position) {}

    std::uint64_t number(std::size_t size) {
        const Bytes field = take(size);
        std::uint64_t value = 0;
        for (std::size_t i = field.size(); i-- > 0;) value = value << 8U | std::to_integer<std::uint64_t>(field[i]);
        return value;
    }
    Bytes take(std::uint64_t size) {
        ok = ok && position_ <= bytes_.size() && size <= bytes_.size() - position_;
        if (!ok) return {};
        const Bytes part = bytes_.subspan(position_, size);
        position_ += size;
        return part;
    }
    void skip(std::uint64_t size) { take(size); }
    std::uint64_t position() const { return position_; }

    bool ok = true;

  private:
    Bytes bytes_;
    std::uint64_t position_;
};

struct Directory {
    std::uint64_t count = 0, offset = 0;
};

constexpr std::uint64_t end_record = 0x06054b50, end_record_64 = 0x06064b50, end_locator_64 = 0x07064b50,
                        directory_record = 0x02014b50, local_record = 0x04034b50;
constexpr std::uint64_t in_zip64 = 0xFFFFFFFF;

/// The directory as the record at the archive's end tells; a comment of up to 65535 bytes may follow that.
std::optional<Directory> find_directory(Bytes bytes) {
    constexpr std::size_t record_size = 22, longest_comment = 65535, locator_size = 20;
    for (std::size_t back = record_size; back <= std::min(bytes.size(), record_size + longest_comment); ++back) {
        const std::size_t at = bytes.size() - back;
        Reader record(bytes, at);
        if (record.number(4) != end_record) continue;
        record.skip(6);
        Directory directory{.count = record.number(2)};
        record.skip(4);
        directory.offset = record.number(4);
        if (!record.ok) return std::nullopt;
        if (at < locator_size) return directory;
        Reader locator(bytes, at - locator_size);
        if (locator.number(4) != end_locator_64) return directory;
        locator.skip(4);
        Reader large(bytes, locator.number(8));
        if (large.number(4) != end_record_64) return std::nullopt;
        large.skip(28);
        directory.count = large.number(8);
        large.skip(8);
        directory.offset = large.number(8);
        return large.ok ? std::optional(directory) : std::nullopt;
    }
    return std::nullopt;
}

/// Sizes and offset that do not fit into 32 bits stand in an extra field, in this order, those only that do not fit.
void read_zip64_field(Bytes extra, std::uint64_t& size, std::uint64_t& packed, std::uint64_t& offset) {
    Reader fields(extra);
    while (fields.ok && fields.position() < extra.size()) {
        const std::uint64_t id = fields.number(2);
        const Bytes content = fields.take(fields.number(2));
        if (id != 1) continue;
        Reader numbers(content);
        for (std::uint64_t* number : {&size, &packed, &offset}) {
            if (*number == in_zip64) *number = numbers.number(8);
        }
        return;
    }
}

std::optional<ZipEntry> read_entry(Bytes bytes, Reader& directory) {
    if (directory.number(4) != directory_record) return std::nullopt;
    directory.skip(4);
    const std::uint64_t flags = directory.number(2), method = directory.number(2);
    directory.skip(4);
    ZipEntry entry;
    entry.crc = static_cast<std::uint32_t>(directory.number(4));
    std::uint64_t packed = directory.number(4);
    entry.size = directory.number(4);
    const std::uint64_t name_length = directory.number(2), extra_length = directory.number(2),
                        comment_length = directory.number(2);
    directory.skip(8);
    std::uint64_t offset = directory.number(4);
    const Bytes name = directory.take(name_length);
    read_zip64_field(directory.take(extra_length), entry.size, packed, offset);
    directory.skip(comment_length);
    if (!directory.ok) return std::nullopt;

    entry.name.assign(reinterpret_cast<const char*>(name.data()), name.size());
    entry.deflated = method == Z_DEFLATED;
    if ((flags & 1U) != 0) {
        entry.problem = "is encrypted";
    } else if (method != 0 && method != Z_DEFLATED) {
        entry.problem = fmt::format("is packed by method {} of zip, which is not known; save it without", method);
    }
    Reader local(bytes, offset);
    if (local.number(4) != local_record) return std::nullopt;
    local.skip(22);
    const std::uint64_t local_name = local.number(2), local_extra = local.number(2);
    local.skip(local_name + local_extra);
    entry.content = local.take(packed);
    return local.ok ? std::optional(std::move(entry)) : std::nullopt;
}

/// Unpacks exactly result.size() bytes; what follows them is left alone.
bool inflate_into(Bytes content, std::vector<std::byte>& result) {
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
    std::size_t read = 0, written = 0;
    int status = Z_OK;
    // zlib counts in 32 bits.
    constexpr std::size_t portion = 1U << 30U;
    while (status == Z_OK && written < result.size()) {
        const std::size_t in = std::min(portion, content.size() - read);
        const std::size_t out = std::min(portion, result.size() - written);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(content.data() + read));
        stream.avail_in = static_cast<uInt>(in);
        stream.next_out = reinterpret_cast<Bytef*>(result.data() + written);
        stream.avail_out = static_cast<uInt>(out);
        status = inflate(&stream, Z_NO_FLUSH);
        read += in - stream.avail_in;
        written += out - stream.avail_out;
    }
    inflateEnd(&stream);
    return written == result.size();
}

std::uint32_t checksum(Bytes bytes) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace

std::expected<std::vector<ZipEntry>, std::string> read_zip_directory(std::span<const std::byte> bytes) {
    const std::optional<Directory> found = find_directory(bytes);
    if (!found) return std::unexpected(broken);
    constexpr std::uint64_t most_entries = 10'000;
    if (found->count > most_entries) {
        return std::unexpected(fmt::format("claims {} arrays; at most {} are read", found->count, most_entries));
    }
    std::vector<ZipEntry> entries;
    Reader directory(bytes, found->offset);
    for (std::uint64_t i = 0; i < found->count; ++i) {
        std::optional<ZipEntry> entry = read_entry(bytes, directory);
        if (!entry) return std::unexpected(broken);
        entries.push_back(*std::move(entry));
    }
    return entries;
}

std::expected<Bytes, std::string> unpack(const ZipEntry& entry, std::vector<std::byte>& room, std::size_t limit) {
    constexpr std::uint64_t best_compression = 1032, overhead = 64;
    constexpr std::uint64_t largest = most_nodes * sizeof(double) + (1U << 20U);
    if (!entry.problem.empty()) return std::unexpected(entry.problem);
    const std::uint64_t possible =
        entry.deflated ? (entry.content.size() + overhead) * best_compression : entry.content.size();
    if (entry.size > possible) return std::unexpected("claims more bytes than it can hold");
    const std::uint64_t wanted = std::min<std::uint64_t>(entry.size, limit);
    if (wanted > largest) return std::unexpected(fmt::format("unpacks to {} bytes, too many to be read", entry.size));

    Bytes result;
    if (entry.deflated) {
        room.assign(wanted, std::byte{0});
        if (!inflate_into(entry.content, room)) return std::unexpected("is damaged: it cannot be unpacked");
        result = room;
    } else {
        result = entry.content.first(wanted);
    }
    if (wanted == entry.size && checksum(result) != entry.crc) {
        return std::unexpected("is damaged: its checksum is not right");
    }
    return result;
}

}  // namespace thalweg
