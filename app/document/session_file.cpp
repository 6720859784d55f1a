#include "app/document/session_file.h"

#include <fmt/format.h>

#include "app/document/linked_files.h"
#include "app/document/read_file.h"
#include "app/document/session_upgrade.h"
#include "app/document/toml.h"
#include "app/document/toml_reader.h"
#include "app/document/toml_writer.h"
#include "app/document/write_file.h"

namespace thalweg {
namespace {

/// The version that a file says it has; the error is one sentence.
std::expected<std::int64_t, std::string> version_of(const toml::table& table, std::string_view source) {
    const toml::node* version = table.get("version");
    if (version == nullptr) {
        return std::unexpected(
            fmt::format("{}: not a session of Thalweg: it has no line \"version = {}\"", source, session_version()));
    }
    const std::string where = place(source, version->source().begin);
    const auto number = version->value_exact<std::int64_t>();
    if (!number || *number < 1) {
        return std::unexpected(
            fmt::format("{}: version must be a whole number from 1 to {}", where, session_version()));
    }
    if (*number > session_version()) {
        return std::unexpected(
            fmt::format("{}: this session has version {}, and this Thalweg reads versions up to {}; open it with the "
                        "newer one that wrote it",
                        where, *number, session_version()));
    }
    return *number;
}

}  // namespace

std::string to_toml(const Session& session) {
    std::string text =
        fmt::format("# A session of Thalweg. Keys left out have their defaults.\nversion = {}\n", session_version());
    Session copy = session;
    write_table(text, copy, "", true);
    return text;
}

std::expected<SessionReading, std::string> parse_session(std::string_view text, std::string_view source) {
    auto table = parse_toml(text, source);
    if (!table) return std::unexpected(table.error());
    const auto version = version_of(*table, source);
    if (!version) return std::unexpected(version.error());
    upgrade_session(*table, *version);

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
    auto reading = parse_session(*text, file.string());
    if (reading) resolve_files(reading->session, file.parent_path());
    return reading;
}

std::string save_session(const Session& session, const std::filesystem::path& file) {
    Session related = session;
    relate_files(related, file.parent_path());
    return write_file(file, to_toml(related));
}

}  // namespace thalweg
