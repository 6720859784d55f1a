#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "app/lenses/lens.h"
#include "app/lenses/stability_panel.h"
#include "app/lenses/stability_path.h"
#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/descended.h"
#include "app/scene/run_titles.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

/// The rate against the curvature met along the selected optimizer's path: the path in three colours and strokes, and
/// the sharpness over the steps beside what the rate can bear.
class StabilityLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>&, const Placement& placement, const InkStyle& style) const override {
        draw_stability_path(ink, path_, placement, style);
    }
    void draw_panel(Panel& panel) override;

  private:
    /// What it was made from.
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        RunRequest request = {};
        int rows = 0, row = 0;
        bool operator==(const Inputs&) const = default;
    };
    void trace(const LensSubject& subject, const Path& path);

    Inputs inputs_;
    std::optional<StabilityWalk> walk_;
    StabilityPath path_;
};

void StabilityLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const Path* const path = selected_path(subject.session, subject.scene, subject.state);
    Inputs inputs{.landscape = part.descended_revision, .surface = subject.scene.surface().revision};
    if (path != nullptr && part.landscape) {
        const Start& start = subject.session.starts[static_cast<std::size_t>(path->start)];
        const OptimizerEntry& entry = subject.session.optimizers[static_cast<std::size_t>(path->optimizer)];
        inputs.request = {.start = start_point(part, start), .optimizer = entry.optimizer, .whole = entry.whole};
        inputs.rows = path->trajectory.rows();
        inputs.row = row_shown(subject.session, path->trajectory);
    }
    if (inputs == inputs_) return;
    if (inputs.landscape != inputs_.landscape || inputs.request != inputs_.request) walk_.reset();
    inputs_ = std::move(inputs);
    path_ = {};
    changed();
    if (inputs_.rows == 0) {
        walk_.reset();
        return;
    }
    if (!walk_) walk_.emplace(descended(part), inputs_.request);
    walk_->extend(inputs_.rows);
    trace(subject, *path);
}

void StabilityLens::trace(const LensSubject& subject, const Path& path) {
    const Trajectory& trajectory = path.trajectory;
    const HeightScale& scale = subject.scene.surface().scale;
    const auto rows = walk_->rows();
    const std::size_t count = std::min(rows.size(), static_cast<std::size_t>(trajectory.rows()));
    for (std::size_t k = 0; k < count; ++k) {
        const auto position = trajectory.position(static_cast<int>(k));
        const double z = surface_z(scale, path.height(static_cast<int>(k)));
        if (!std::isfinite(z)) break;
        path_.spots.push_back({position[0], position[1], z});
        path_.verdicts.push_back(rows[k].verdict);
    }
    path_.here = static_cast<std::size_t>(inputs_.row);
}

void StabilityLens::draw_panel(Panel& panel) {
    const Path* const path = selected_path(panel.session, panel.scene, panel.state);
    if (!walk_ || path == nullptr) {
        text(panel, "No run starts here.", Tone::quiet, panel.fonts.caption);
        return;
    }
    paragraph(panel, run_title(panel.session, path->optimizer), Tone::normal, panel.fonts.caption);
    if (!walk_->unbounded().empty()) {
        paragraph(panel, walk_->unbounded(), Tone::normal, panel.fonts.body);
        return;
    }
    if (walk_->rows().empty()) return;
    const int last = static_cast<int>(walk_->rows().size()) - 1;
    const int row = std::min(row_shown(panel.session, path->trajectory), last);
    draw_stability(panel, walk_->rows(), row, inputs_.request.optimizer.clip.has_value());
}

}  // namespace

std::unique_ptr<Lens> make_stability_lens() {
    return std::make_unique<StabilityLens>();
}

}  // namespace thalweg
