#include "app/export/picture_session.h"

#include <fmt/format.h>

#include <fstream>

#include "app/document/linked_files.h"
#include "app/document/resources.h"
#include "app/export/png_text.h"

namespace thalweg {
namespace {

constexpr std::string_view keyword = "Session";

}  // namespace

std::vector<PngText> picture_texts(const Session& session) {
    return {{"Software", fmt::format("Thalweg {}", version())}, {std::string(keyword), to_toml(session)}};
}

std::expected<SessionReading, std::string> read_picture_session(std::istream& file, std::string_view source) {
    const auto text = read_png_text(file, source, keyword);
    if (!text) return std::unexpected(text.error());
    if (!*text)
        return std::unexpected(
            fmt::format("{}: this picture carries no session; pictures that Thalweg saves do", source));
    return parse_session(**text, fmt::format("{}, session", source));
}

std::expected<SessionReading, std::string> load_picture_session(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::unexpected(fmt::format("cannot read {}", file.string()));
    auto reading = read_picture_session(stream, file.string());
    if (reading) resolve_files(reading->session, file.parent_path());
    return reading;
}

}  // namespace thalweg
