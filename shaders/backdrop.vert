#version 330 core
// One triangle over the whole picture, behind everything.
// Spaces: clip out.

void main() {
    vec2 place = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
    gl_Position = vec4(place * 2.0 - 1.0, 1.0, 1.0);
}
