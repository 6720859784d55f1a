#include "app/view/broken_cells.h"

#include <algorithm>
#include <array>
#include <utility>

namespace thalweg {
namespace {

/// Breaks are searched this often at most, so that a landscape that is all breaks does not stop the frame.
constexpr int budget = 20'000;

std::uint32_t add_vertex(double share_x, double share_y, double height, SurfaceMesh& mesh) {
    for (const double number : {share_x, share_y, height}) mesh.vertices.push_back(static_cast<float>(number));
    return static_cast<std::uint32_t>(mesh.vertices.size() / 3 - 1);
}

}  // namespace

BrokenCells::BrokenCells(const HeightField& field, const HeightScale& scale, const Box& domain, Evaluator& f,
                         std::vector<double> heights, int side)
    : field_(field),
      scale_(scale),
      world_(world_of(domain)),
      f_(f),
      heights_(std::move(heights)),
      side_(side),
      edges_(2 * heights_.size()) {}

HeightAt BrokenCells::node(int column, int row) const {
    const Box& domain = world_.domain;
    return {{domain.x0 + domain.width() * column / (side_ - 1), domain.y0 + domain.height() * row / (side_ - 1)},
            heights_[index(column, row)]};
}

/// Along the edge from (column, row) along an axis.
std::optional<SurfaceBreak> BrokenCells::search(int column, int row, std::size_t axis) {
    const double step = 1.0 / (side_ - 1);
    const int next_column = axis == 0 ? column + 1 : column, next_row = axis == 1 ? row + 1 : row;
    const HeightAt from = node(column, row), to = node(next_column, next_row);
    const auto rise = [&](int c, int r) { return step * field_.rise_at(c * step, r * step, world_)[axis]; };
    if (!may_break(from.height, to.height, rise(column, row), rise(next_column, next_row))) return std::nullopt;
    if (searches_++ >= budget) return std::nullopt;
    return surface_break(f_, scale_, from, to);
}

std::optional<BrokenCells::Banks> BrokenCells::banks(int column, int row, std::size_t axis, SurfaceMesh& mesh) {
    auto& edge = edges_[2 * index(column, row) + axis];
    if (edge) return *edge;
    edge.emplace();
    if (const auto found = search(column, row, axis)) {
        const double x = (column + (axis == 0 ? found->share : 0.0)) / (side_ - 1);
        const double y = (row + (axis == 1 ? found->share : 0.0)) / (side_ - 1);
        *edge = Banks{.share = found->share,
                      .before = add_vertex(x, y, found->before, mesh),
                      .after = add_vertex(x, y, found->after, mesh)};
    }
    return *edge;
}

bool BrokenCells::add(int column, int row, SurfaceMesh& mesh) {
    const auto at = [&](int c, int r) { return static_cast<std::uint32_t>(index(c, r)); };
    // Counter-clockwise: corner i is followed by side i.
    const std::array corners = {at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)};
    std::array<std::optional<Banks>, 4> sides = {banks(column, row, 0, mesh), banks(column + 1, row, 1, mesh),
                                                 banks(column, row + 1, 0, mesh), banks(column, row, 1, mesh)};
    // The upper and the left side run against their edges.
    for (const std::size_t i : {2U, 3U})
        if (sides[i]) std::swap(sides[i]->before, sides[i]->after);
    const auto broken = std::ranges::count_if(sides, [](const auto& side) { return side.has_value(); });
    if (broken == 0) return false;
    const bool crossing = broken == 4;
    const double step = 1.0 / (side_ - 1);
    for (std::size_t first = 0; first < 4; ++first) {
        if (!sides[(first + 3) % 4]) continue;
        // From one break to the next: a piece of its own.
        std::vector<std::uint32_t> piece = {sides[(first + 3) % 4]->after};
        std::size_t corner = first;
        for (; !sides[corner]; corner = (corner + 1) % 4) piece.push_back(corners[corner]);
        piece.push_back(corners[corner]);
        piece.push_back(sides[corner]->before);
        if (crossing) {
            // Where two breaks cross, each quarter reaches to the crossing, straight on.
            const auto height = [&](std::uint32_t vertex) { return double{mesh.vertices[3 * vertex + 2]}; };
            const double x = column + 0.5 * (sides[0]->share + sides[2]->share);
            const double y = row + 0.5 * (sides[1]->share + sides[3]->share);
            const double straight_on = height(piece.front()) + height(piece.back()) - height(corners[corner]);
            piece.push_back(add_vertex(x * step, y * step, std::clamp(straight_on, 0.0, 1.0), mesh));
        }
        for (std::size_t i = 2; i < piece.size(); ++i)
            for (const std::uint32_t vertex : {piece[0], piece[i - 1], piece[i]}) mesh.indices.push_back(vertex);
    }
    return true;
}

}  // namespace thalweg
