#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "app/lenses/lens.h"
#include "app/lenses/rule_rows.h"
#include "app/lenses/step_arrows.h"
#include "app/lenses/step_panel.h"
#include "app/lenses/step_phases.h"
#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/descended.h"
#include "app/scene/run_titles.h"
#include "app/view/world.h"
#include "core/descent/landscape_objective.h"

namespace thalweg {
namespace {

/// The arrows that make up the coming step of the selected optimizer, its update rule in their colours, and the three
/// lines of PyTorch that take it.
class StepLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override {
        draw_step_arrows(ink, labels, arrows_, placement, style);
    }
    void draw_panel(Panel& panel) override;

  private:
    /// What it was made from.
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        RunRequest request = {};
        int row = -1;
        bool operator==(const Inputs&) const = default;
    };
    void work_out(const LensSubject& subject);
    void place_arrows(const LensSubject& subject, const Moment& moment, const VectorXd& next,
                      std::span<const StepTerm> terms);

    Inputs inputs_;
    std::optional<Moment> moment_;  ///< the run at the row, from which later rows are not far
    StepArrows arrows_;
    std::vector<RuleRow> rows_;
    std::vector<StepPhase> phases_;
    int phase_ = -1;  ///< the last one until another is chosen
};

void StepLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const Path* const path = selected_path(subject.session, subject.scene, subject.state);
    Inputs inputs{.landscape = part.revision, .surface = subject.scene.surface().revision};
    if (path != nullptr && part.landscape) {
        const Start& start = subject.session.starts[static_cast<std::size_t>(path->start)];
        const OptimizerEntry& entry = subject.session.optimizers[static_cast<std::size_t>(path->optimizer)];
        inputs.request = {.start = start_point(part, start), .optimizer = entry.optimizer, .whole = entry.whole};
        inputs.row = row_shown(subject.session, path->trajectory);
    }
    if (inputs == inputs_) return;
    const bool same_run = inputs.landscape == inputs_.landscape && inputs.request == inputs_.request;
    if (!same_run || inputs.row < inputs_.row) moment_.reset();
    inputs_ = std::move(inputs);
    arrows_ = {};
    rows_.clear();
    phases_.clear();
    if (inputs_.row >= 0) work_out(subject);
    changed();
}

void StepLens::work_out(const LensSubject& subject) {
    const Landscape& landscape = descended(subject.scene.landscape());
    const auto [right, up] = plane_axes(subject.scene.landscape());
    LandscapeObjective objective(landscape, inputs_.request.whole);
    if (!moment_) moment_ = replay(landscape, inputs_.request, 0);
    VectorXd previous;
    while (moment_->stepper.steps() < inputs_.row) {
        previous = moment_->x;
        moment_->stepper.step(moment_->x, objective.of_step(moment_->stepper.steps()));
    }
    if (previous.size() == 0 && inputs_.row > 0) {
        previous = replay(landscape, inputs_.request, inputs_.row - 1).x;
    }
    const Moment& moment = *moment_;
    Stepper after = moment.stepper;
    VectorXd next = moment.x;
    Objective& seen = objective.of_step(moment.stepper.steps());
    after.step(next, seen);

    const std::vector<StepTerm> terms = anatomy(moment.stepper, moment.x, seen, after, next);
    const auto lines = [&](std::size_t i) {
        return worked_step(moment.stepper, moment.x, seen, static_cast<int>(i), "x");
    };
    const bool curve = is_curve(subject.scene.landscape());
    rows_ = rule_rows(lines(right), curve ? std::vector<WorkedLine>() : lines(up), terms);
    phases_ = step_phases(moment, next, after, previous, seen, curve ? 1 : static_cast<int>(moment.x.size()));
    place_arrows(subject, moment, next, terms);
}

void StepLens::place_arrows(const LensSubject& subject, const Moment& moment, const VectorXd& next,
                            std::span<const StepTerm> terms) {
    const HeightScale& scale = subject.scene.surface().scale;
    const auto axes = plane_axes(subject.scene.landscape());
    const auto right = static_cast<Eigen::Index>(axes[0]), up = static_cast<Eigen::Index>(axes[1]);
    const auto here = subject.scene.inspect(moment.x[right], moment.x[up]),
               there = subject.scene.inspect(next[right], next[up]);
    if (!here) return;
    const double z = surface_z(scale, here->value), z_next = there ? surface_z(scale, there->value) : z;
    arrows_.at = {moment.x[right], moment.x[up], z};
    arrows_.next = {next[right], next[up], std::isfinite(z_next) ? z_next : z};
    const double height = scale.height(here->value);
    for (const std::size_t i : {0U, 1U}) {
        const double rise = world_height * scale.slope(here->value) * here->gradient[i];
        arrows_.ascent[i] = height >= 0 && height <= 1 && std::isfinite(rise) ? rise : 0.0;
    }
    for (const StepTerm& term : terms) {
        const VectorXd way = term.way();
        arrows_.arrows.push_back({term.kind, arrow_label(term, inputs_.request.optimizer), {way[right], way[up]}});
    }
}

void StepLens::draw_panel(Panel& panel) {
    const Path* const path = selected_path(panel.session, panel.scene, panel.state);
    if (inputs_.row < 0 || path == nullptr) {
        text(panel, "No run starts here.", Tone::quiet, panel.fonts.caption);
        return;
    }
    paragraph(panel,
              fmt::format("{}, step {} → {}", run_title(panel.session, path->optimizer), inputs_.row, inputs_.row + 1),
              Tone::normal, panel.fonts.caption);
    draw_rule_rows(panel, rows_);
    draw_step_phases(panel, phases_, phase_);
}

}  // namespace

std::unique_ptr<Lens> make_step_lens() {
    return std::make_unique<StepLens>();
}

}  // namespace thalweg
