#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/document/session_file.h"
#include "app/panels/import_dialog.h"

namespace thalweg {

// What happens with a file that is dropped on the window or named on the command line. What it is, its contents tell,
// not its name.

/// A session that takes the place of the one that is open.
struct OpenedSession {
    SessionReading reading;
    std::filesystem::path home;  ///< where saving puts it; empty for the session of a picture, which stays as it is
};

/// Numbers that may be shown as a surface, laid over one as a path, or be the samples of a loss: the import dialog asks
/// which.
struct OpenedNumbers {
    std::vector<std::string> grids;  ///< arrays that may be grids, the likeliest first
    bool may_be_trajectory = false;
    bool may_be_samples = false;
    std::string sha256;
};

/// What a file turned out to hold. Another kind of file is one alternative here, one row of file_kinds() and one
/// apply() below.
using Opened = std::variant<OpenedSession, OpenedNumbers>;

/// One kind of file.
struct FileKind {
    std::string_view name;  ///< "a session", in the sentence about files that are none of these
    /// Whether a file may be of this kind, told by at most `head_size` bytes at its beginning. The first row that says
    /// so opens it.
    bool (*recognizes)(std::string_view head) = nullptr;
    std::expected<Opened, std::string> (*open)(const std::filesystem::path& file) = nullptr;
};

inline constexpr std::size_t head_size = 4096;

std::span<const FileKind> file_kinds();

/// Reads a file. The error is one sentence that begins with the file's name.
std::expected<Opened, std::string> open_file(const std::filesystem::path& file);

/// The session that a file holds, a picture's or a session file's own, for whoever wants nothing else.
std::expected<SessionReading, std::string> open_session(const std::filesystem::path& file);

/// What opened files change.
struct OpenDocument {
    Session& session;
    std::filesystem::path& home;  ///< where saving puts the session; empty: under a new name
    ImportDialog& importing;      ///< asks before numbers are opened
};

/// Puts what was opened into the document and says so: one sentence, or one for each thing that was left out.
std::string apply(Opened opened, const std::filesystem::path& file, const OpenDocument& document);

/// What became of several files that arrived together.
struct Arrival {
    bool changed = false;                       ///< the document is another now
    std::vector<std::filesystem::path> opened;  ///< those that could be read
    std::string message;                        ///< a line for each file, or for what was wrong with it
};

/// Opens one file after the other. Of several sessions, the first that can be read is opened: the others get a
/// sentence. A file that cannot be read changes nothing.
Arrival open_files(std::span<const std::filesystem::path> files, const OpenDocument& document);

}  // namespace thalweg
