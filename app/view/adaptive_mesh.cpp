#include "app/view/adaptive_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace thalweg {
namespace {

/// Cells along a side; a power of two.
constexpr int cells = 256;
constexpr int side = cells + 1;

std::size_t index(int column, int row) {
    return static_cast<std::size_t>(row) * side + static_cast<std::size_t>(column);
}

}  // namespace

float& AdaptiveMesh::error(const Vertex& vertex) {
    return errors_[index(vertex.column, vertex.row)];
}
float AdaptiveMesh::error(const Vertex& vertex) const {
    return errors_[index(vertex.column, vertex.row)];
}
float AdaptiveMesh::height(const Vertex& vertex) const {
    return heights_[index(vertex.column, vertex.row)];
}

AdaptiveMesh::AdaptiveMesh(const HeightField& field)
    : heights_(std::size_t{side} * side), errors_(std::size_t{side} * side) {
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            heights_[index(column, row)] = static_cast<float>(std::clamp(
                field.height_at(static_cast<double>(column) / cells, static_cast<double>(row) / cells), 0.0, 1.0));
    // From fine to coarse: a vertex knows the errors of those that hang on it.
    for (int half = 1; half < cells; half *= 2) {
        judge_side_middles(half);
        judge_cell_middles(half);
    }
}

/// The worst error of the four vertices at (±across, ±up).
float AdaptiveMesh::worst(const Vertex& vertex, int across, int up) const {
    float most = 0.0F;
    for (const int sign : {-1, 1}) {
        const std::array<Vertex, 2> neighbours = {Vertex{vertex.column + sign * across, vertex.row + up},
                                                  Vertex{vertex.column + sign * across, vertex.row - up}};
        for (const Vertex& other : neighbours) {
            const bool inside = other.column >= 0 && other.row >= 0 && other.column < side && other.row < side;
            if (inside) most = std::max(most, error(other));
        }
    }
    return most;
}

void AdaptiveMesh::judge(const Vertex& vertex, const Vertex& from, const Vertex& to, float finer) {
    const float off = std::abs(height(vertex) - 0.5F * (height(from) + height(to)));
    error(vertex) = std::max(off, finer);
}

/// Middles of the sides of cells that are 2·half wide.
void AdaptiveMesh::judge_side_middles(int half) {
    for (int row = 0; row < side; row += half) {
        const bool between_rows = row / half % 2 == 1;
        for (int column = between_rows ? 0 : half; column < side; column += 2 * half) {
            const Vertex here = {column, row};
            const float finer = half > 1 ? worst(here, half / 2, half / 2) : 0.0F;
            if (between_rows)
                judge(here, {column, row - half}, {column, row + half}, finer);
            else
                judge(here, {column - half, row}, {column + half, row}, finer);
        }
    }
}

/// Middles of those cells. The cut through neighbouring cells turns, so that cuts meet in corners.
void AdaptiveMesh::judge_cell_middles(int half) {
    for (int row = half; row < side; row += 2 * half) {
        for (int column = half; column < side; column += 2 * half) {
            const Vertex here = {column, row};
            const float finer = std::max(worst(here, half, 0), worst(here, 0, half));
            const bool rising = (column / (2 * half) + row / (2 * half)) % 2 == 0;
            const int up = rising ? half : -half;
            judge(here, {column - half, row - up}, {column + half, row + up}, finer);
        }
    }
}

/// a, b: ends of the longest side; c: the right angle.
bool AdaptiveMesh::split(const Vertex& a, const Vertex& b, const Vertex& c, double tolerance) const {
    const bool can = std::abs(a.column - c.column) + std::abs(a.row - c.row) > 1;
    return can && static_cast<double>(error(middle(a, b))) > tolerance;
}

/// How many triangles; not counted on beyond `most`.
int AdaptiveMesh::count(const Vertex& a, const Vertex& b, const Vertex& c, double tolerance, int most) const {
    if (most < 1 || !split(a, b, c, tolerance)) return 1;
    const Vertex m = middle(a, b);
    const int first = count(c, a, m, tolerance, most);
    return first + count(b, c, m, tolerance, most - first);
}

void AdaptiveMesh::add(const Vertex& a, const Vertex& b, const Vertex& c, double tolerance, std::vector<int>& numbers,
                       SurfaceMesh& mesh) const {
    if (split(a, b, c, tolerance)) {
        const Vertex m = middle(a, b);
        add(c, a, m, tolerance, numbers, mesh);
        add(b, c, m, tolerance, numbers, mesh);
        return;
    }
    for (const Vertex& corner : {a, b, c}) {
        int& number = numbers[index(corner.column, corner.row)];
        if (number < 0) {
            number = static_cast<int>(mesh.vertices.size() / 3);
            mesh.vertices.push_back(static_cast<float>(corner.column) / cells);
            mesh.vertices.push_back(static_cast<float>(corner.row) / cells);
            mesh.vertices.push_back(height(corner));
        }
        mesh.indices.push_back(static_cast<std::uint32_t>(number));
    }
}

SurfaceMesh AdaptiveMesh::mesh(double tolerance, int most_triangles) const {
    constexpr Vertex low = {0, 0}, right = {cells, 0}, top = {0, cells}, high = {cells, cells};
    const auto too_many = [&] {
        return count(high, low, right, tolerance, most_triangles) + count(low, high, top, tolerance, most_triangles) >
               most_triangles;
    };
    while (tolerance < 1.0 && too_many()) tolerance *= 2;
    SurfaceMesh mesh;
    std::vector<int> numbers(heights_.size(), -1);
    add(high, low, right, tolerance, numbers, mesh);
    add(low, high, top, tolerance, numbers, mesh);
    return mesh;
}

}  // namespace thalweg
