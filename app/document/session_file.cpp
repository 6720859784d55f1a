#include "app/document/session_file.h"

#include <fmt/format.h>

#include "app/document/read_file.h"
#include "app/document/toml.h"
#include "app/document/toml_reader.h"
#include "app/document/toml_writer.h"
#include "app/document/write_file.h"

namespace thalweg {
namespace {

/// Grows when a key changes its meaning, so that an older program can say that it cannot read a newer file.
constexpr int file_version = 1;

}  // namespace

std::string to_toml(const Session& session) {
    std::string text =
        fmt::format("# A session of Thalweg. Keys left out have their defaults.\nversion = {}\n", file_version);
    Session copy = session;
    write_table(text, copy, "", true);
    return text;
}

std::expected<SessionReading, std::string> parse_session(std::string_view text, std::string_view source) {
    const auto table = parse_toml(text, source);
    if (!table) return std::unexpected(table.error());

    const toml::node* version = table->get("version");
    if (version == nullptr) {
        return std::unexpected(
            fmt::format("{}: not a session of Thalweg: it has no line \"version = {}\"", source, file_version));
    }
    if (version->value_exact<std::int64_t>() != file_version) {
        return std::unexpected(fmt::format("{}: this program reads sessions of version {} only",
                                           place(source, version->source().begin), file_version));
    }

    SessionReading reading;
    TomlReader reader(source);
    reader.read_table(reading.session, *table, "", "version");
    reading.warnings = reader.warnings();
    if (!table->at_path("display.map")) reading.session.display.map = reading.session.landscape.domain;
    return reading;
}

std::expected<SessionReading, std::string> load_session(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return std::unexpected(text.error());
    return parse_session(*text, file.string());
}

std::string save_session(const Session& session, const std::filesystem::path& file) {
    return write_file(file, to_toml(session));
}

}  // namespace thalweg
