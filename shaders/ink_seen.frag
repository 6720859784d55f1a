#version 330 core
// How visible ink is at a place of the picture, for pictures in which nothing hides anything: wholly, unless it lies
// beyond all depths or nowhere. Stands in for ink_hidden.frag, whose looking up of depths costs time even where it says
// so. It takes what that takes: for another choice of inputs a software rasterizer compiles another set-up of triangles.

float visibility(vec2 place, float ink_depth) {
    return ink_depth <= 1.0 && !any(isinf(place)) ? 1.0 : 0.0;
}
