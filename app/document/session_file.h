#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/session.h"

namespace thalweg {

/// A session as read, and one sentence for every key that was unknown or value that was replaced by its default.
struct SessionReading {
    Session session;
    std::vector<std::string> warnings;
};

/// The session as a small TOML text that people can read and edit.
std::string to_toml(const Session& session);

/// Reads such a text, of this version or an older one. `source` names it in messages. The error is one sentence.
std::expected<SessionReading, std::string> parse_session(std::string_view text, std::string_view source);

std::expected<SessionReading, std::string> load_session(const std::filesystem::path& file);

/// Writes the file whole or not at all. Returns the error as one sentence, empty when written.
std::string save_session(const Session& session, const std::filesystem::path& file);

}  // namespace thalweg
