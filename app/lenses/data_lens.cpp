#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

#include "app/lenses/batch_words.h"
#include "app/lenses/data_rows.h"
#include "app/lenses/ghost_surface.h"
#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/sample_plot.h"
#include "app/lenses/surface_line.h"
#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/number_format.h"
#include "core/calculus/classification.h"
#include "core/calculus/gradient_noise.h"

namespace thalweg {
namespace {

constexpr Color noise_color = rgb(0xE879F9), batch_color = rgb(0x5AC8FA);
constexpr int ellipse_points = 73;
/// The ellipse holds about this many standard deviations, 86 of 100 normal ones in the plane.
constexpr double deviations = 2;
/// The steps of single samples are drawn for so many at most.
constexpr std::size_t most_dots = 400;

/// The samples behind the loss: where models lie among them, which the coming step sees, and how its noise scatters.
class DataLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0, paths = 0;
        int path = -1, row = -1;
        DataDisplay display = {};
        bool operator==(const Inputs&) const = default;
    };
    void look(const LensSubject& subject, const Path* path);
    void scatter(const LensSubject& subject, const std::array<double, 2>& at, double rate);
    void draw_numbers(const Panel& panel, const DataPart& data, const std::vector<ShownModel>& models);

    Inputs inputs_;
    std::optional<ModelPrediction> prediction_;
    std::string problem_;
    std::vector<std::uint32_t> batch_, batch_numbers_;  ///< among the training samples, and among all
    std::string batch_name_;                            ///< "batch 3 of 12, epoch 2"; empty: steps see all samples
    std::vector<SurfaceLine> ellipse_;
    std::array<double, 2> deviations_ = {};  ///< of the batch's gradient, along the ellipse's axes
    std::vector<Spot> dots_;
    std::optional<GhostSurface> ghost_;
    SamplePlot plot_;
};

void DataLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const Path* const path = selected_path(subject.session, subject.scene, subject.state);
    Inputs inputs{.landscape = part.revision,
                  .surface = subject.scene.surface().revision,
                  .paths = subject.scene.paths().revision,
                  .path = path == nullptr ? -1 : static_cast<int>(path - subject.scene.paths().paths.data()),
                  .row = path == nullptr ? -1 : row_shown(subject.session, path->trajectory),
                  .display = subject.session.display.data};
    if (inputs == inputs_) return;
    inputs_ = inputs;
    look(subject, path);
    changed();
}

void DataLens::look(const LensSubject& subject, const Path* path) {
    const LandscapePart& part = subject.scene.landscape();
    batch_.clear();
    batch_numbers_.clear();
    batch_name_.clear();
    ellipse_.clear();
    dots_.clear();
    ghost_.reset();
    prediction_.reset();
    problem_.clear();
    if (!part.data) return;
    const DataPart& data = *part.data;
    auto prediction = ModelPrediction::parse(data.prediction, data.landscape->loss(), data.samples, data.parameters);
    if (prediction) {
        prediction_ = *std::move(prediction);
    } else {
        problem_ = prediction.error();
    }
    const SampleSets& samples = data.landscape->samples();
    if (path == nullptr || inputs_.row < 0 || whole(samples.batches, samples.training.size())) return;
    const auto& entry = subject.session.optimizers[static_cast<std::size_t>(path->optimizer)];
    if (entry.whole) return;

    BatchSource batches(samples.batches, samples.training.size());
    const auto chosen = batches.at(inputs_.row);
    batch_name_ = batch_words(samples.batches, samples.training.size(), inputs_.row);
    batch_.assign(chosen.begin(), chosen.end());
    for (const std::uint32_t sample : batch_) batch_numbers_.push_back(data.parts.training[sample]);
    const auto at = path->trajectory.position(inputs_.row);
    if (inputs_.display.gradient_noise)
        scatter(subject, {at[0], at[1]}, path->trajectory.learning_rates[static_cast<std::size_t>(inputs_.row)]);
    const SurfacePart& surface = subject.scene.surface();
    if (inputs_.display.batch_surface)
        ghost_ = ghost_surface(data.landscape->over(batch_), part.domain, surface.scale, surface.levels);
}

/// Where plain descent's step would lead: over all samples on the average, and with each alone.
void DataLens::scatter(const LensSubject& subject, const std::array<double, 2>& at, double rate) {
    const LandscapePart& part = subject.scene.landscape();
    const GradientNoise noise = gradient_noise(*part.data->landscape, at);
    const Eigensystem axes = eigensystem(noise.covariance);
    if (axes.values.hasNaN() || !noise.mean.allFinite()) return;
    deviations_ = {std::sqrt(std::max(axes.values[0], 0.0)), std::sqrt(std::max(axes.values[1], 0.0))};
    const HeightScale& scale = subject.scene.surface().scale;
    std::vector<std::array<double, 2>> rim;
    for (int i = 0; i < ellipse_points; ++i) {
        const double angle = 2 * std::numbers::pi * i / (ellipse_points - 1);
        const Eigen::Vector2d out = std::cos(angle) * deviations_[0] * axes.vectors.col(0) +
                                    std::sin(angle) * deviations_[1] * axes.vectors.col(1);
        const Eigen::Vector2d step = rate * (deviations * out - noise.mean);
        rim.push_back({at[0] + step[0], at[1] + step[1]});
    }
    ellipse_.push_back(on_surface(rim, *part.evaluator, scale));
    const std::vector<double> gradients = part.data->landscape->sample_gradients(at);
    if (gradients.size() / 2 > most_dots) return;
    std::vector<std::array<double, 2>> steps;
    for (std::size_t i = 0; i < gradients.size(); i += 2)
        steps.push_back({at[0] - rate * gradients[i], at[1] - rate * gradients[i + 1]});
    dots_ = on_surface(steps, *part.evaluator, scale);
}

void DataLens::draw(Ink& ink, std::vector<Label>&, const Placement& placement, const InkStyle& style) const {
    if (ghost_) draw_ghost_surface(ink, placement, style, *ghost_, batch_color);
    for (const Spot& dot : dots_) {
        if (const auto place = placement.point({dot.x, dot.y, placement.raised(dot)}))
            ink.glyph(*place, InkShape::disc, style.px(2.5F), noise_color, {}, 0);
    }
    draw_lines(ink, ellipse_, noise_color, placement, style, 2);
}

/// What is known of the selected model at the step shown.
void DataLens::draw_numbers(const Panel& panel, const DataPart& data, const std::vector<ShownModel>& models) {
    const Trajectory& run = panel.scene.paths().paths[static_cast<std::size_t>(inputs_.path)].trajectory;
    const auto row = static_cast<std::size_t>(inputs_.row);
    value_row(panel, "Loss", format_number(run.losses[row]));
    if (!batch_name_.empty() && row < run.batch_losses.size())
        value_row(panel, "Batch loss", fmt::format("{}: {}", format_number(run.batch_losses[row]), batch_name_));
    if (row < run.validation_losses.size()) value_row(panel, "Held out", format_number(run.validation_losses[row]));
    if (!ellipse_.empty())
        value_row(panel, "Noise",
                  fmt::format("σ {} and {}", format_number(deviations_[1]), format_number(deviations_[0])));
    if (!prediction_ || models.empty()) return;
    prediction_->place(models.back().at);
    if (data.task == DataTask::classes) {
        value_row(
            panel, "Accuracy",
            fmt::format("{:.1f} % of {} samples", 100 * prediction_->accuracy(data.samples), data.samples.size()));
    } else if (inputs_.display.residuals) {
        double sum = 0;
        for (const std::uint32_t sample : data.parts.training) {
            const double residual = data.samples.columns.back().numbers[sample] - prediction_->of(data.samples, sample);
            sum += residual * residual;
        }
        value_row(panel, "Squares",
                  "mean area " + format_number(sum / static_cast<double>(data.parts.training.size())));
    }
}

void DataLens::draw_panel(Panel& panel) {
    const LandscapePart& part = panel.scene.landscape();
    const CloseRows close(panel);
    ImFont* const font = panel.fonts.caption;
    if (!part.data) {
        paragraph(panel, "This landscape is no loss over data. The group Data has some.", Tone::quiet, font);
        return;
    }
    const DataPart& data = *part.data;
    std::vector<ShownModel> models;
    const auto& paths = panel.scene.paths().paths;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Trajectory& run = paths[i].trajectory;
        if (!belongs(paths[i], panel.session) || run.rows() == 0) continue;
        const auto at = run.position(row_shown(panel.session, run));
        models.push_back({{at[0], at[1]}, paths[i].color, static_cast<int>(i) == inputs_.path});
    }
    // The selected one above the others.
    std::ranges::stable_partition(models, [](const ShownModel& model) { return !model.selected; });
    const SampleScene scene{.data = data,
                            .prediction = prediction_ ? &*prediction_ : nullptr,
                            .models = models,
                            .batch = batch_numbers_,
                            .residuals = inputs_.display.residuals};
    plot_.draw(panel, scene, panel.px(250));
    if (!problem_.empty()) paragraph(panel, problem_, Tone::error, font);
    for (const std::string& note : data.notes) paragraph(panel, note + ".", Tone::quiet, font);
    if (inputs_.path >= 0 && static_cast<std::size_t>(inputs_.path) < paths.size() && inputs_.row >= 0) {
        draw_numbers(panel, data, models);
    }
    if (!ellipse_.empty()) draw_key(panel, noise_color, "each sample's plain step; 2σ of the batch's");
    if (ghost_) draw_key(panel, batch_color, "the loss of the coming step's batch");
    draw_data_display(panel);
    gap(panel, 4);
    draw_data_choice(panel, *data.loaded);
}

}  // namespace

std::unique_ptr<Lens> make_data_lens() {
    return std::make_unique<DataLens>();
}

}  // namespace thalweg
