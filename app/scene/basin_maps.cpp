#include "app/scene/basin_maps.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace thalweg {
namespace {

/// Starts along each side: the first map is there at once, the last is as fine as a view's pixels. Of long runs there
/// is a coarser one before.
constexpr std::array map_sides = {16, 64, 256, 1024};
constexpr int usual_first_side = 64, long_run = 2000;
/// Steps over all starts after which no finer map is begun: some seconds.
constexpr double most_map_steps = 1.2e9;
/// Along a curve, several for each pixel.
constexpr int starts_of_a_curve = 4096;
/// With so much of a window covered by the map of the last one, that map is better than a coarse one of its own.
constexpr double mostly = 0.6;

bool is_curve(const BasinOrder& order) {
    return order.landscape->variables() == 1;
}

/// The map, or the curve's view, shows those of this optimizer.
bool is_near(const BasinOrder& order, std::size_t optimizer) {
    return order.window && (is_curve(order) || optimizer + 1 == order.optimizers.size());
}

/// The sides of the maps, coarse ones first.
std::vector<int> sides_of(const BasinOrder& order) {
    if (is_curve(order)) return {starts_of_a_curve};
    const auto maps = static_cast<double>(order.optimizers.size()) + (order.window ? 1.0 : 0.0);
    double all = 0.0;
    std::vector<int> sides;
    for (const int side : map_sides) {
        if (side < usual_first_side && order.steps <= long_run) continue;
        all += static_cast<double>(side) * side * maps;
        if (!sides.empty() && all * order.steps > most_map_steps) break;
        sides.push_back(side);
    }
    return sides;
}

double shared(double a0, double a1, double b0, double b1) {
    return b1 > b0 ? std::max(std::min(a1, b1) - std::max(a0, b0), 0.0) / (b1 - b0) : 1.0;
}

/// The share of the window that a map covers.
double covered(const BasinMap& map, const Box& window) {
    const double across = shared(map.box.x0, map.box.x1, window.x0, window.x1);
    return map.of_a_curve() ? across : across * shared(map.box.y0, map.box.y1, window.y0, window.y1);
}

/// How wide the cells are that are seen in most of the window.
double cell_in(const Box& window, const BasinMaps& made, std::size_t optimizer) {
    const auto cell = [](const BasinMap& map) { return map.box.width() / map.columns; };
    const auto &whole = made.whole.at(optimizer), &nearer = made.nearer.at(optimizer);
    if (nearer && covered(nearer->map, window) > mostly) return cell(nearer->map);
    return whole ? cell(whole->map) : std::numeric_limits<double>::infinity();
}

struct Task {
    std::size_t optimizer = 0;
    bool nearer = false;
    int side = 0;
    bool worth_a_picture = true;  ///< what is made by then goes together
};

std::vector<Task> tasks_of(const BasinOrder& order, const BasinMaps& made) {
    std::vector<Task> tasks;
    const std::vector<int> sides = sides_of(order);
    for (const int side : sides) {
        std::vector<Task> whole, nearer;
        for (std::size_t i = 0; i < order.optimizers.size(); ++i) {
            if (!made.whole.at(i) || made.whole.at(i)->map.columns < side) whole.push_back({i, false, side});
            if (is_near(order, i) &&
                (side == sides.back() || order.window->width() / side < cell_in(*order.window, made, i)))
                nearer.push_back({i, true, side});
        }
        // The eye is on the part that was chosen; but its shades are those of a whole, however coarse.
        const bool first = made.whole.front() == nullptr && side == sides.front();
        const std::array both = first ? std::array{whole, nearer} : std::array{nearer, whole};
        for (const std::vector<Task>& some : both) tasks.insert(tasks.end(), some.begin(), some.end());
        if (!first) continue;
        for (Task& task : tasks) task.worth_a_picture = false;
        tasks.back().worth_a_picture = true;
    }
    return tasks;
}

std::shared_ptr<const ColoredBasins> colored(BasinMap map, BasinRegister& known, const ColoredBasins* whole) {
    auto tags = known.tags(map);
    StepRange range = step_range(map);
    // From near by, shades tell apart what is there, but no more than twice as strongly as in the whole.
    if (whole != nullptr) {
        const StepRange usual = step_range(whole->map);
        const double middle = (range.quick + range.slow) / 2;
        const double half = std::max(range.slow - range.quick, (usual.slow - usual.quick) / 2) / 2;
        range = {.quick = middle - half, .slow = middle + half};
    }
    auto colors = basin_colors(map, tags, range);
    return std::make_shared<const ColoredBasins>(std::move(map), std::move(tags), std::move(colors));
}

}  // namespace

std::optional<Box> part_in_view(const Box& shown, const Box& domain) {
    const Box part{std::max(shown.x0, domain.x0), std::min(shown.x1, domain.x1), std::max(shown.y0, domain.y0),
                   std::min(shown.y1, domain.y1)};
    if (part == domain || part.x0 >= part.x1 || part.y0 >= part.y1) return std::nullopt;
    return part;
}

void make_basin_maps(const BasinOrder& order, BasinMaps made, const std::stop_token& stop,
                     const std::function<void(const BasinMaps&)>& hand_over,
                     const std::function<void(double)>& progress) {
    const std::vector<Task> tasks = tasks_of(order, made);
    const auto starts = [&](const Task& task) {
        return static_cast<double>(task.side) * (is_curve(order) ? 1.0 : task.side);
    };
    double all = 0.0, done = 0.0;
    for (const Task& task : tasks) all += starts(task);
    for (const Task& task : tasks) {
        BasinSettings settings{.columns = task.side, .rows = task.side, .steps = order.steps};
        if (task.nearer) settings.window = order.window;
        BasinMap map = find_basins(*order.landscape, order.domain, order.optimizers[task.optimizer], settings, stop,
                                   [&](double share) { progress((done + share * starts(task)) / all); });
        if (map.cancelled) return;
        done += starts(task);
        auto& place = (task.nearer ? made.nearer : made.whole).at(task.optimizer);
        place = colored(std::move(map), made.known, task.nearer ? made.whole.at(task.optimizer).get() : nullptr);
        if (task.worth_a_picture) hand_over(made);
    }
}

}  // namespace thalweg
