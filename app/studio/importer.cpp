#include "app/studio/importer.h"

#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <utility>

#include "app/document/session.h"
#include "app/scene/open_data.h"
#include "app/scene/recorded_paths.h"

namespace thalweg {
namespace {

/// Starts lie where the grid has values: those in holes give way to the place with one that is nearest to where a new
/// start would be.
void move_out_of_holes(std::vector<Start>& starts, const LoadedGrid& grid) {
    const auto evaluator = grid.landscape->evaluator();
    const auto is_defined = [&](const Start& start) {
        return std::isfinite(evaluator->value(std::array{start.x, start.y}));
    };
    std::erase_if(starts, [&](const Start& start) { return !is_defined(start); });
    if (!starts.empty()) return;
    constexpr int places = 40;
    std::optional<Start> best;
    double nearest = INFINITY;
    for (int i = 0; i < places * places; ++i) {
        const double across = (i % places + 0.5) / places, up = (i / places + 0.5) / places;
        const Start start{grid.domain.x0 + across * grid.domain.width(), grid.domain.y0 + up * grid.domain.height()};
        const double distance = std::hypot(across - 0.2, up - 0.75);
        if (distance >= nearest || !is_defined(start)) continue;
        nearest = distance;
        best = start;
    }
    if (best) starts.push_back(*best);
}

}  // namespace

Importer::Wish Importer::wish_of(const ImportDialog& dialog) {
    const auto index = static_cast<std::size_t>(dialog.grid);
    const bool named = dialog.way == ImportWay::surface && index < dialog.grids.size();
    return {dialog.file, named ? dialog.grids[index] : std::string(), dialog.way};
}

Importer::Answer Importer::read(const Wish& wish) {
    Answer answer;
    if (wish.way == ImportWay::samples) {
        auto loaded = load_samples({.file = wish.file});
        if (!loaded) {
            answer.problem = loaded.error();
            return answer;
        }
        answer.understood = loaded->reading.understood;
        for (const std::string& note : loaded->reading.notes) answer.understood += " " + note + ".";
        answer.preview = std::make_shared<const DataSet>(loaded->reading.data);
        answer.source.samples = *std::move(loaded);
        return answer;
    }
    if (wish.way == ImportWay::path) {
        auto loaded = load_trajectory({.file = wish.file});
        if (!loaded) {
            answer.problem = loaded.error();
            return answer;
        }
        answer.understood = std::move(loaded->data.understood);
        answer.trajectory = std::move(loaded->choice);
        return answer;
    }
    auto loaded = load_grid({.file = wish.file, .array = wish.array});
    if (!loaded) {
        answer.problem = loaded.error();
        return answer;
    }
    answer.understood = loaded->understood;
    answer.source.grid = *std::move(loaded);
    return answer;
}

bool Importer::news() const {
    return reading_.valid() && reading_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

void Importer::go_on(ImportDialog& dialog) {
    if (news()) answer_ = reading_.get();
    // A file that is being read cannot be let go of: what is wanted meanwhile comes after it.
    if (reading_.valid()) {
        dialog.reading = dialog.open;
        return;
    }
    if (!dialog.open) {
        asked_.reset();
        answer_.reset();
        return;
    }
    if (const Wish wish = wish_of(dialog); asked_ != wish) {
        asked_ = wish;
        answer_.reset();
        dialog.understood.clear();
        dialog.problem.clear();
        dialog.samples.reset();
        dialog.reading = true;
        reading_ = std::async(std::launch::async, read, wish);
        return;
    }
    dialog.reading = false;
    if (!answer_) return;
    dialog.understood = answer_->understood;
    dialog.problem = answer_->problem;
    dialog.samples = answer_->preview;
}

std::string Importer::take(ImportDialog& dialog, Session& session, Scene& scene) {
    if (!dialog.open || reading_.valid() || !answer_ || asked_ != wish_of(dialog)) return {};
    dialog.open = false;
    Answer taken = *std::exchange(answer_, std::nullopt);
    asked_.reset();
    if (taken.trajectory) {
        if (session.trajectories.size() >= static_cast<std::size_t>(most_trajectories))
            return "There are as many recorded paths already as there may be";
        add_trajectory(session, *std::move(taken.trajectory));
    } else if (const auto& samples = taken.source.samples) {
        if (std::string problem = open_data(session, *samples); !problem.empty()) return problem;
    } else if (const auto& grid = taken.source.grid) {
        open_landscape(session, grid_landscape_choice(*grid));
        move_out_of_holes(session.starts, *grid);
    }
    scene.offer(std::move(taken.source));
    return std::move(taken.understood);
}

}  // namespace thalweg
