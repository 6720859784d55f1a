#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/document/session.h"
#include "app/scene/data_sets.h"
#include "core/landscape/data_landscape.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// The samples behind a landscape that is a mean loss over data, and the model that the loss is of.
struct DataPart {
    DataSet samples;  ///< all of them, in their own order
    Split parts;      ///< which of them are descended on; the landscape numbers only these, in this order
    std::shared_ptr<const DataLandscape> landscape;
    DataTask task = DataTask::regression;
    std::string prediction;                    ///< as the session has it, readable or not
    std::map<std::string, double> parameters;  ///< as the session has them
    std::string note;                          ///< what was left out of the samples, and why; empty: nothing
};

/// What keeps a loss from being one of these samples: it names features that they have not, or none of them, or calls
/// its weights like columns. One sentence; empty: nothing.
std::string column_complaint(const Formula& loss, const DataSet& samples);

/// Makes DataParts; reads samples only when others are chosen.
class DataMaker {
  public:
    /// The samples that a choice names; the error is one sentence. Valid until others are asked for.
    const std::expected<DataReading, std::string>& read(const DataChoice& choice);

    /// loss: the choice's formula. The error is one sentence. Never null.
    std::expected<std::shared_ptr<const DataPart>, std::string> make(const LandscapeChoice& choice,
                                                                     const Formula& loss);

  private:
    std::optional<DataChoice> read_from_;  ///< name, file and points alone
    std::expected<DataReading, std::string> read_;
    DataTask task_ = DataTask::regression;
    std::expected<DataReading, std::string> reading_;  ///< the same for that task
};

}  // namespace thalweg
