#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/document/session_file.h"
#include "app/platform/file_lock.h"

namespace thalweg {

/// What is open in a window: the document, and where saving puts it.
struct KeptSession {
    Session session;
    std::filesystem::path home = {};  ///< empty: it was never saved
    bool operator==(const KeptSession&) const = default;
};

/// As a file: a session file whose first lines say that it was kept, and for whom.
std::string to_text(const KeptSession& kept);

/// Whether a file that begins like this is one.
bool is_kept_session(std::string_view head);

/// A kept session as read, with what its reader had to say.
struct KeptReading {
    SessionReading reading;
    std::filesystem::path home;
};
std::expected<KeptReading, std::string> load_kept_session(const std::filesystem::path& file);

/// One window's place in a folder: NAME.toml, what was open in it last, and NAME.lock, which the window holds as long
/// as it lives. A place without an owner was left by a window that did not end as it should.
class KeptPlace {
  public:
    /// A new one; the folder is made too. The error is one sentence.
    static std::expected<KeptPlace, std::string> make(const std::filesystem::path& folder);
    /// The place that was left last, with a session in it; from now on it is ours. Those that hold none are removed.
    static std::optional<KeptPlace> left_behind(const std::filesystem::path& folder);

    const std::filesystem::path& file() const { return file_; }
    /// Removes the place and what is in it.
    void remove();
    /// Removes the place; what was in it goes to `file`.
    void move_to(const std::filesystem::path& file);

  private:
    KeptPlace(std::filesystem::path file, FileLock lock) : file_(std::move(file)), lock_(std::move(lock)) {}
    std::filesystem::path file_;
    FileLock lock_;
};

}  // namespace thalweg
