#include "app/view/surface_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "app/view/broken_cells.h"

namespace thalweg {
namespace {

/// Halvings of the way between two vertices: to a billionth of it.
constexpr int bisections = 30;
/// Rims are searched this often at most, so that a landscape full of holes does not stop the frame.
constexpr int rim_budget = 12'000;

enum class Place : std::uint8_t {
    surface,  ///< on the surface
    lid,      ///< where a clipped scale cuts
    hole,     ///< where f is undefined
    rim,      ///< in a hole, moved onto its edge
};

class Lattice {
  public:
    Lattice(const HeightField& field, const HeightScale& scale, const Box& domain, Evaluator* evaluator, int side)
        : field_(field), scale_(scale), domain_(domain), evaluator_(evaluator), side_(side) {}

    SurfaceMesh mesh();

  private:
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(column);
    }
    Place place_at(double share_x, double share_y, double& height) const;
    Place exact_place_at(double share_x, double share_y, double& height) const;
    Place place_of(double f) const;
    void move_to_rim(int column, int row, const std::vector<Place>& before, SurfaceMesh& mesh);

    const HeightField& field_;
    const HeightScale& scale_;
    const Box& domain_;
    Evaluator* evaluator_;
    int side_;
    std::vector<Place> places_;
    int searches_ = 0;
};

Place Lattice::place_of(double f) const {
    if (std::isnan(f)) return Place::hole;
    const bool cut = scale_.kind == HeightScaleKind::clipped && (f > scale_.high || f < scale_.low);
    return cut ? Place::lid : Place::surface;
}

/// From the sampled field, between its nodes linearly.
Place Lattice::place_at(double share_x, double share_y, double& height) const {
    const double column = share_x * (field_.columns - 1), row = share_y * (field_.rows - 1);
    const auto c = static_cast<std::size_t>(std::min(column, field_.columns - 2.0));
    const auto r = static_cast<std::size_t>(std::min(row, field_.rows - 2.0));
    const double across = column - static_cast<double>(c), up = row - static_cast<double>(r);
    const auto sample = [&](std::size_t channel) {
        const float* low = &field_.samples[4 * (r * static_cast<std::size_t>(field_.columns) + c) + channel];
        const float* high = low + std::size_t{4} * static_cast<std::size_t>(field_.columns);
        return (1 - up) * ((1 - across) * low[0] + across * low[4]) + up * ((1 - across) * high[0] + across * high[4]);
    };
    height = std::clamp(sample(0), 0.0, 1.0);
    if (sample(3) < 0.5) return Place::hole;
    const bool cut = scale_.kind == HeightScaleKind::clipped && (height >= 1.0 || height <= 0.0);
    return cut ? Place::lid : Place::surface;
}

/// From f itself; heights in holes, which are nothing, from the field.
Place Lattice::exact_place_at(double share_x, double share_y, double& height) const {
    place_at(share_x, share_y, height);
    const double f =
        evaluator_->value(std::array{domain_.x0 + share_x * domain_.width(), domain_.y0 + share_y * domain_.height()});
    if (std::isnan(f)) return Place::hole;
    height = std::clamp(scale_.height(f), 0.0, 1.0);
    return place_of(f);
}

/// Moves a vertex beyond an edge to where the way from a neighbour before the edge crosses it; of all such neighbours'
/// ways the one that moves it least.
void Lattice::move_to_rim(int column, int row, const std::vector<Place>& before, SurfaceMesh& mesh) {
    const std::size_t vertex = index(column, row);
    const double step = 1.0 / (side_ - 1);
    const std::array<double, 2> here = {column * step, row * step};
    double least = 4.0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const int c = column + dx, r = row + dy;
            if (c < 0 || r < 0 || c >= side_ || r >= side_ || before[index(c, r)] != Place::surface) continue;
            if (searches_++ >= rim_budget) return;
            double known = 0.0, unknown = 1.0, height = 0.0;
            for (int i = 0; i < bisections; ++i) {
                const double middle = 0.5 * (known + unknown);
                const double x = (c - middle * dx) * step, y = (r - middle * dy) * step;
                const double f =
                    evaluator_->value(std::array{domain_.x0 + x * domain_.width(), domain_.y0 + y * domain_.height()});
                if (place_of(f) == Place::surface) {
                    known = middle;
                    height = std::clamp(scale_.height(f), 0.0, 1.0);
                } else {
                    unknown = middle;
                }
            }
            const double moved = (1.0 - known) * std::hypot(dx, dy);
            if (known == 0.0 || moved >= least) continue;
            least = moved;
            mesh.vertices[3 * vertex] = static_cast<float>(here[0] + (1.0 - known) * dx * step);
            mesh.vertices[3 * vertex + 1] = static_cast<float>(here[1] + (1.0 - known) * dy * step);
            mesh.vertices[3 * vertex + 2] = static_cast<float>(height);
            if (before[vertex] == Place::hole) places_[vertex] = Place::rim;
        }
    }
}

SurfaceMesh Lattice::mesh() {
    SurfaceMesh mesh;
    const std::size_t count = static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_);
    // Between samples to either side of a break there is nothing to be read.
    const bool exact = field_.breaks && evaluator_ != nullptr;
    std::vector<double> heights;
    mesh.vertices.resize(3 * count);
    places_.resize(count);
    bool rims = false;
    for (int row = 0; row < side_; ++row) {
        for (int column = 0; column < side_; ++column) {
            const double x = static_cast<double>(column) / (side_ - 1), y = static_cast<double>(row) / (side_ - 1);
            double height = 0.0;
            const Place place = places_[index(column, row)] =
                exact ? exact_place_at(x, y, height) : place_at(x, y, height);
            if (exact) heights.push_back(height);
            rims = rims || place != Place::surface;
            float* vertex = &mesh.vertices[3 * index(column, row)];
            vertex[0] = static_cast<float>(x);
            vertex[1] = static_cast<float>(y);
            vertex[2] = static_cast<float>(height);
        }
    }
    if (rims && evaluator_ != nullptr) {
        const std::vector<Place> before = places_;
        for (int row = 0; row < side_; ++row) {
            for (int column = 0; column < side_; ++column) {
                if (before[index(column, row)] != Place::surface) move_to_rim(column, row, before, mesh);
            }
        }
    }
    mesh.indices.reserve(6 * count);
    std::optional<BrokenCells> broken;
    if (exact) broken.emplace(field_, scale_, domain_, *evaluator_, std::move(heights), side_);
    const auto triangle = [&](std::size_t a, std::size_t b, std::size_t c) {
        const std::array corners = {places_[a], places_[b], places_[c]};
        const bool outside =
            std::ranges::all_of(corners, [](Place place) { return place == Place::hole || place == Place::rim; });
        if (outside || (evaluator_ != nullptr && std::ranges::count(corners, Place::hole) > 0)) return;
        for (const std::size_t corner : {a, b, c}) mesh.indices.push_back(static_cast<std::uint32_t>(corner));
    };
    for (int row = 0; row + 1 < side_; ++row) {
        for (int column = 0; column + 1 < side_; ++column) {
            const std::size_t a = index(column, row), b = index(column + 1, row);
            const std::size_t c = index(column + 1, row + 1), d = index(column, row + 1);
            const std::array corners = {places_[a], places_[b], places_[c], places_[d]};
            const bool solid = std::ranges::all_of(
                corners, [](Place place) { return place == Place::surface || place == Place::lid; });
            if (broken && solid && broken->add(column, row, mesh)) continue;
            // Cut along the diagonal that leaves as much of a hole's edge as can be.
            const bool other = places_[a] == Place::hole || places_[c] == Place::hole;
            triangle(a, b, other ? d : c);
            triangle(other ? b : a, c, d);
        }
    }
    return mesh;
}

}  // namespace

SurfaceMesh surface_mesh(const HeightField& field, const HeightScale& scale, const Box& domain, Evaluator* evaluator,
                         int side) {
    return Lattice(field, scale, domain, evaluator, side).mesh();
}

}  // namespace thalweg
