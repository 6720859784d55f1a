#pragma once

#include <filesystem>
#include <optional>

#include "app/panels/interface.h"
#include "app/platform/child_process.h"
#include "app/studio/chores.h"

namespace thalweg {

/// Carries out what the export dialog asks for: the program itself makes the file, started once more beside the window
/// as a command line would, so that the window goes on as ever however long it takes.
class Exporter {
  public:
    /// program: thalweg's own path.
    explicit Exporter(std::filesystem::path program) : program_(std::move(program)) {}

    /// Begins the file that the dialog names, never over one that is there, of the session as it is now. curve: its
    /// formula has one variable.
    void begin(ExportDialog& dialog, const Session& session, bool curve);
    /// Gives it up; nothing stays of it.
    void stop();
    bool busy() const { return work_.has_value(); }
    /// Whether go_on() would show something new.
    bool news();

    /// Once a frame: keeps the dialog's progress and the file's proposed name; what came of an export that has ended
    /// since the last call.
    std::optional<Written> go_on(ExportDialog& dialog);

  private:
    struct Work {
        ChildProcess process;
        std::filesystem::path file;
        double progress = 0;
    };
    void propose_name(ExportDialog& dialog, bool another);

    std::filesystem::path program_;
    std::optional<Work> work_;
    std::optional<Written> ended_;
    ExportOrder proposed_for_;
};

}  // namespace thalweg
