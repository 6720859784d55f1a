#pragma once

#include <expected>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/session_file.h"
#include "app/export/png.h"

namespace thalweg {

/// The texts that every picture of the program carries: what made it, and the session that it shows, from which the
/// very scene comes back.
std::vector<PngText> picture_texts(const Session& session);

/// The session that such a picture carries, without decoding its pixels. The error is one sentence that begins with the
/// file's name: no picture, cut off, damaged, none that carries a session.
std::expected<SessionReading, std::string> load_picture_session(const std::filesystem::path& file);
std::expected<SessionReading, std::string> read_picture_session(std::istream& file, std::string_view source);

}  // namespace thalweg
