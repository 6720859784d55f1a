#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/document/session.h"
#include "app/scene/loaded_samples.h"
#include "core/landscape/data_landscape.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// The samples behind a landscape that is a mean loss over data, and the model that the loss is of.
struct DataPart {
    std::shared_ptr<const LoadedSamples> loaded;  ///< as they were read, for whoever puts another model over them
    DataSet samples;                              ///< all of them, in their own order, as the task has them
    Split parts;  ///< which of them are descended on; the landscape numbers only these, in this order
    std::shared_ptr<const DataLandscape> landscape;
    DataTask task = DataTask::regression;
    std::string prediction;                    ///< as the session has it, readable or not
    std::map<std::string, double> parameters;  ///< as the session has them
    std::vector<std::string> notes;            ///< sentences: what was left out of the samples, and why
};

/// What keeps a loss from being one of these samples: it names features that they have not, or none of them, or calls
/// its weights like columns. One sentence; empty: nothing.
std::string column_complaint(const Formula& loss, const DataSet& samples);

/// Makes DataParts; reads samples only when others are chosen.
class DataMaker {
  public:
    /// Whoever chooses these samples next finds them read already.
    void offer(LoadedSamples samples);

    /// loss: the choice's formula. The error is one sentence. Never null.
    std::expected<std::shared_ptr<const DataPart>, std::string> make(const LandscapeChoice& choice,
                                                                     const Formula& loss);

  private:
    void read(const DataChoice& choice);

    std::optional<SampleSource> chosen_;           ///< as last read, whether or not it could be
    std::shared_ptr<const LoadedSamples> loaded_;  ///< null: it could not be, as suited_ says
    std::optional<DataTask> task_;                 ///< that suited_ is for
    std::expected<DataSet, std::string> suited_;
};

}  // namespace thalweg
