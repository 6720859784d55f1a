#pragma once

#include <optional>

#include "app/panels/interface.h"
#include "app/stage/stage.h"
#include "app/studio/chores.h"

namespace thalweg {

/// Carries out what the export dialog asks for.
class Exporter {
  public:
    /// Makes the file that the dialog names, never over one that is there, of the session as it is now.
    void begin(ExportDialog& dialog, const Session& session, Scene& scene, Stage& stage);
    void stop(ExportDialog& dialog);

    /// Once a frame: keeps the dialog's progress and the file's proposed name; what came of an export that has ended
    /// since the last call.
    std::optional<Written> go_on(ExportDialog& dialog);

  private:
    std::optional<Written> ended_;
    ExportOrder proposed_for_;
};

}  // namespace thalweg
