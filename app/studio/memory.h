#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/panels/interface.h"
#include "app/studio/autosave.h"

namespace thalweg {

/// What the program remembers from one time to the next, in the user's state folder:
///   open/NAME.toml, NAME.lock   what is open in each window, as long as it is; left behind by one that crashed
///   last.toml                   what was open in the window that was closed last, if it was edited
///   recent.toml                 the files that were opened or saved
class Memory {
  public:
    /// folder: of all that; empty: there is none, and nothing is remembered. The others as for Autosave.
    Memory(std::filesystem::path folder, KeptSession opened, std::function<void()> wake);

    /// Shows the files to go on with, and asks whether to go on with what a crashed window has left behind.
    void show(OpenList& list, const Catalogue& catalogue);
    /// After each frame.
    void follow(const KeptSession& now, bool gesture, bool playing);
    /// A file was opened or saved.
    void remember(const std::filesystem::path& file, OpenList& list);

    /// What was left behind; it is ours and kept from now on. nullopt when it cannot be read, and then a complaint is
    /// due.
    std::optional<KeptSession> go_on(OpenList& list);
    /// What was left behind goes where the window closed last has its own.
    void start_afresh(OpenList& list);

    /// What could not be remembered, as one sentence; said once.
    std::optional<std::string> complaint();
    /// The window ends as it should.
    void end_well();

  private:
    void list_files(OpenList& list) const;

    std::filesystem::path folder_;
    std::optional<KeptPlace> left_;
    std::optional<Autosave> autosave_;
    std::string complaint_;
    bool complained_ = false;
};

}  // namespace thalweg
