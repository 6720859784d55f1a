#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/export_order.h"
#include "app/document/session.h"

namespace thalweg {

// What is made by hand in the window as a command that makes it again.

/// The arguments of `thalweg` that ask for such a file, but for what it shows and its name: "render", "--size",
/// "1920x1080", … curve: the session's formula has one variable.
std::vector<std::string> order_arguments(const ExportOrder& order, bool curve);

/// The options that say what is shown: "--formula", "x^2 + y^2", "--start", "3,2", … nullopt when they cannot say all
/// of it; then the session itself must be given.
std::optional<std::vector<std::string>> scene_arguments(const Session& session);

/// A word that a POSIX shell hands on as it is.
std::string shell_word(std::string_view word);

/// A line for a POSIX shell that makes the file: `thalweg render … -o file`. Where options cannot say all that is
/// shown, the session follows as a here-document that the line reads. The error is one sentence: the formula cannot be
/// read.
std::expected<std::string, std::string> command_line(const Session& session, const ExportOrder& order,
                                                     const std::string& file);

}  // namespace thalweg
