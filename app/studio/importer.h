#pragma once

#include <future>
#include <optional>
#include <string>

#include "app/document/session.h"
#include "app/panels/import_dialog.h"
#include "app/scene/loaded_source.h"
#include "app/scene/scene.h"

namespace thalweg {

/// Reads what the import dialog asks about, in a thread of its own, and says there what was understood.
class Importer {
  public:
    /// Once a frame: begins to read what is wanted now, and fills in what has been read.
    void go_on(ImportDialog& dialog);
    /// Something has been read and waits for go_on(): another frame is worth drawing.
    bool news() const;
    bool busy() const { return reading_.valid(); }

    /// Puts what the dialog shows into the session, and closes it; what was read is handed to the scene. Returns one
    /// sentence to be shown.
    std::string take(ImportDialog& dialog, Session& session, Scene& scene);

  private:
    /// What is asked about.
    struct Wish {
        std::string file, array;
        ImportWay way = ImportWay::surface;
        bool operator==(const Wish&) const = default;
    };
    struct Answer {
        std::string understood = {}, problem = {};
        LoadedSource source = {};  ///< of a surface, or of a loss …
        std::optional<TrajectoryChoice> trajectory = {};
        std::shared_ptr<const DataSet> preview = nullptr;  ///< … whose samples these are
    };
    static Wish wish_of(const ImportDialog& dialog);
    static Answer read(const Wish& wish);

    std::optional<Wish> asked_;  ///< what `reading_` or `answer_` is about
    std::future<Answer> reading_;
    std::optional<Answer> answer_;
};

}  // namespace thalweg
