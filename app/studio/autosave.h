#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/studio/kept_session.h"

namespace thalweg {

/// Keeps every edit in a file, so that a crash or a power cut takes no more than the last gesture. Files are written
/// whole or not at all, on a thread of their own: no frame waits for a disk.
class Autosave {
  public:
    /// folder: of the places of all windows; nothing is written there before the first edit. opened: what is open
    /// before any edit. wake: called from the thread when there is a complaint.
    Autosave(std::filesystem::path folder, KeptSession opened, std::function<void()> wake);
    /// Writes what is still to be written, and leaves it there as after a crash.
    ~Autosave();
    Autosave(const Autosave&) = delete;
    Autosave& operator=(const Autosave&) = delete;

    /// After each frame. gesture: an edit is going on and is kept when it is over. Playing alone is no edit.
    void follow(const KeptSession& now, bool gesture, bool playing);
    /// Goes on in a place that was left behind, whose session is the open one from now on.
    void go_on_in(KeptPlace place, const KeptSession& now);
    /// Why nothing could be kept, one sentence; said once.
    std::optional<std::string> complaint();
    /// The window ends as it should: what was kept, if anything, goes to this file, and nothing is left behind.
    void end_well(const std::filesystem::path& last);

  private:
    void work();
    void write(const KeptSession& kept, std::optional<KeptPlace> other_place);

    std::filesystem::path folder_;
    std::function<void()> wake_;
    KeptSession seen_;      ///< what was opened, or given to the thread last
    bool written_ = false;  ///< the thread was given something

    std::mutex mutex_;  ///< guards what follows
    std::condition_variable changed_;
    std::optional<KeptSession> pending_;
    std::optional<KeptPlace> pending_place_;
    std::optional<std::string> complaint_;
    bool ending_ = false;

    bool complained_ = false;         ///< the thread's own
    std::optional<KeptPlace> place_;  ///< the thread's own
    std::thread thread_;
};

}  // namespace thalweg
