#pragma once

#include <vector>

#include "app/view/surface_mesh.h"

namespace thalweg {

/// A surface without holes as triangles that are large where it is even and small where it bends: a right-triangulated
/// irregular network (Evans, Kirkpatrick & Townsend, "Right-triangulated irregular networks", Algorithmica 30, 2001)
/// over 257 × 257 vertices. Two right triangles cover the domain; each is halved again and again at the middle of its
/// longest side, until the surface lies near enough to it. Neighbours always meet without gaps.
class AdaptiveMesh {
  public:
    /// field: without holes.
    explicit AdaptiveMesh(const HeightField& field);

    /// tolerance > 0: how far, in heights 0..1, vertices left out may lie from the triangles over them. It is doubled
    /// until there are no more than most_triangles (at least 2).
    SurfaceMesh mesh(double tolerance, int most_triangles) const;

  private:
    struct Vertex {
        int column = 0, row = 0;
    };
    static Vertex middle(const Vertex& a, const Vertex& b) { return {(a.column + b.column) / 2, (a.row + b.row) / 2}; }
    float& error(const Vertex& vertex);
    float error(const Vertex& vertex) const;
    float height(const Vertex& vertex) const;
    void judge_side_middles(int half);
    void judge_cell_middles(int half);
    void judge(const Vertex& vertex, const Vertex& from, const Vertex& to, float finer);
    float worst(const Vertex& vertex, int across, int up) const;
    bool split(const Vertex& a, const Vertex& b, const Vertex& c, double tolerance) const;
    int count(const Vertex& a, const Vertex& b, const Vertex& c, double tolerance, int most) const;
    void add(const Vertex& a, const Vertex& b, const Vertex& c, double tolerance, std::vector<int>& numbers,
             SurfaceMesh& mesh) const;

    std::vector<float> heights_;
    /// Of each vertex: the worst error of leaving it out, and with it all that can only be there when it is.
    std::vector<float> errors_;
};

}  // namespace thalweg
