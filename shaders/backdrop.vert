#version 330 core
// One triangle over the whole picture, behind everything.
// Spaces: clip out; `place` runs from 0 at the bottom and left to 1.

out vec2 place;

void main() {
    place = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
    gl_Position = vec4(place * 2.0 - 1.0, 1.0, 1.0);
}
