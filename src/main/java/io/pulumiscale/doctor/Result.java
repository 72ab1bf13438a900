package io.pulumiscale.doctor;

/** @param check its name */
public record Result(String check, Finding finding) {}
