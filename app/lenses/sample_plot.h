#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/panels/chart_axis.h"
#include "app/panels/panel.h"
#include "app/scene/data_part.h"
#include "core/landscape/model_prediction.h"

namespace thalweg {

/// A model to be drawn over the samples: the parameters that one optimizer has come to.
struct ShownModel {
    std::array<double, 2> at = {};
    int color = 0;
    bool selected = false;  ///< drawn thick, and with its residuals
};

/// What is shown of samples besides themselves.
struct SampleScene {
    const DataPart& data;
    ModelPrediction* prediction = nullptr;  ///< null: it cannot be read
    std::span<const ShownModel> models = {};
    std::span<const std::uint32_t> batch =
        {};  ///< numbers of the samples that the coming step sees; ascending, or empty
    bool residuals = true;
};

/// Samples as points that one moves, adds (a click) and removes (right click, or Delete over one), with what the models
/// say of them: a line, or the boundary between two classes. Of more than one feature the first two are the axes of
/// classes; of a regression what is predicted is drawn over what is true, and nothing can be moved.
class SamplePlot {
  public:
    /// At ImGui's cursor, as wide as there is room; height in pixels. Edits panel.session.landscape.data.samples.
    void draw(Panel& panel, const SampleScene& scene, float height);

  private:
    /// Which numbers of a sample are its place.
    enum class Kind { feature_and_target, two_features, true_and_predicted };

    void fit(const SampleScene& scene);
    ImVec2 place(double along, double up) const;
    ImVec2 place_of(const SampleScene& scene, std::size_t sample) const;
    void draw_models(const Panel& panel, const SampleScene& scene) const;
    void draw_residuals(const SampleScene& scene) const;
    void draw_samples(const Panel& panel, const SampleScene& scene) const;
    std::optional<std::uint32_t> nearest(const Panel& panel, const SampleScene& scene) const;
    void edit(Panel& panel, const SampleScene& scene);
    void put(std::vector<double>& sample, DataTask task) const;

    Kind kind_ = Kind::feature_and_target;
    ChartAxis along_, up_;
    Area area_;
    std::vector<double> predicted_;  ///< by the selected model, of each sample; empty without one
    std::optional<std::uint32_t> held_, hovered_;
    int new_class_ = 1;
};

}  // namespace thalweg
