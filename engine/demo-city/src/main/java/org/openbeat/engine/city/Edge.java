package org.openbeat.engine.city;

/** A straight piece of a street between two nodes. */
final class Edge {
    final Node from;
    final Node to;
    final Street street;
    boolean bridge;

    Edge(Node from, Node to, Street street, boolean bridge) {
        this.from = from;
        this.to = to;
        this.street = street;
        this.bridge = bridge;
    }

    Node other(Node end) {
        return end == from ? to : from;
    }

    boolean touches(Node node) {
        return node == from || node == to;
    }

    double length() {
        return from.at.distanceTo(to.at);
    }

    Point middle() {
        return from.at.towards(to.at, 0.5);
    }
}
