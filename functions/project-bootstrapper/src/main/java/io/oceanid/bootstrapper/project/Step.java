package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.bootstrapper.declaration.WebhookDeclaration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A thing to do in Label Studio. */
sealed interface Step {

    /** What is done to it: {@code create}, {@code update}, {@code delete} or {@code import}. */
    String action();

    /** What it is done to, for people. */
    String target();

    /** What changes, where something is there already. */
    default List<Change> changes() {
        return List.of();
    }

    /** Makes the project. */
    record CreateProject(Marker marker, String title, ObjectNode fields) implements Step {
        @Override
        public String action() {
            return "create";
        }

        @Override
        public String target() {
            return "project " + title;
        }
    }

    /** Changes fields of the project, its label config among them. */
    record UpdateProject(String target, ObjectNode fields, List<Change> changes) implements Step {
        @Override
        public String action() {
            return "update";
        }
    }

    /** Registers a backend, and takes away the webhook that Label Studio makes for it. */
    record CreateBackend(BackendDeclaration backend) implements Step {
        @Override
        public String action() {
            return "create";
        }

        @Override
        public String target() {
            return "backend " + backend.url();
        }
    }

    /** Changes a backend, and has Label Studio connect to it anew. */
    record UpdateBackend(long id, BackendDeclaration backend, List<Change> changes) implements Step {
        @Override
        public String action() {
            return "update";
        }

        @Override
        public String target() {
            return "backend " + backend.url();
        }
    }

    /** Registers a webhook. */
    record CreateWebhook(WebhookDeclaration webhook) implements Step {
        @Override
        public String action() {
            return "create";
        }

        @Override
        public String target() {
            return "webhook " + webhook.url();
        }
    }

    /** Changes a webhook. */
    record UpdateWebhook(long id, WebhookDeclaration webhook, List<Change> changes) implements Step {
        @Override
        public String action() {
            return "update";
        }

        @Override
        public String target() {
            return "webhook " + webhook.url();
        }
    }

    /** Takes something away. */
    record Delete(String target, String path) implements Step {
        @Override
        public String action() {
            return "delete";
        }
    }

    /** Imports those of the rows that the project lacks. */
    record Fill(long missing, List<ObjectNode> rows) implements Step {
        @Override
        public String action() {
            return "import";
        }

        @Override
        public String target() {
            return missing + " tasks";
        }
    }
}
