package org.foyer.hub.site.internal.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.site.Node;
import org.jspecify.annotations.Nullable;

/** Free questions over several nodes, where this node is in a data space. */
@Singleton
public class StudyDesk {

    private final RunningNode running;
    private final DataSpaceDesk dataSpace;
    private @Nullable Post post;

    @Inject
    public StudyDesk(RunningNode running, DataSpaceDesk dataSpace) {
        this.running = running;
        this.dataSpace = dataSpace;
    }

    /** Over this node alone while it is in no data space. */
    public NodeStudies studies() {
        return open().orElseGet(() -> NodeStudies.alone(() -> running.get().nodeQuestions()));
    }

    private synchronized Optional<NodeStudies> open() {
        Optional<DataSpaceNode> open = dataSpace.get();
        if (post == null && open.isPresent()) {
            post = TourDesk.post(running.get());
        }
        Post way = post;
        return way == null ? Optional.empty() : open.map(space -> over(running.get(), space, way));
    }

    /** Whether there is another node to ask. */
    public boolean knowsOthers() {
        return dataSpace.get().filter(space -> !space.known().isEmpty()).isPresent();
    }

    /** For a node that was opened otherwise. */
    public static NodeStudies over(Node node, DataSpaceNode space, Post post) {
        return NodeStudies.over(
                node::nodeQuestions,
                NodeStudies.among(
                        space.identity(),
                        space.participants(),
                        post,
                        node.folder().keys()));
    }

    @PreDestroy
    synchronized void close() {
        if (post != null) {
            post.close();
        }
    }
}
