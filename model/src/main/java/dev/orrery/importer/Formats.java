package dev.orrery.importer;

import dev.orrery.importer.asyncapi.AsyncApiImporter;
import dev.orrery.importer.backstage.BackstageImporter;
import dev.orrery.importer.calm.CalmImporter;
import dev.orrery.importer.compose.ComposeImporter;
import dev.orrery.importer.contextmapper.ContextMapperImporter;
import dev.orrery.importer.cyclonedx.CycloneDxImporter;
import dev.orrery.importer.dot.DotImporter;
import dev.orrery.importer.graphml.GraphMlImporter;
import dev.orrery.importer.jaeger.JaegerImporter;
import dev.orrery.importer.kubernetes.KubernetesImporter;
import dev.orrery.importer.likec4.LikeC4Importer;
import dev.orrery.importer.mermaid.MermaidImporter;
import dev.orrery.importer.openapi.OpenApiImporter;
import dev.orrery.importer.score.ScoreImporter;
import dev.orrery.importer.structurizr.StructurizrImporter;
import dev.orrery.importer.vistecture.VistectureImporter;
import dev.orrery.importer.vizceral.VizceralImporter;
import dev.orrery.importer.zipkin.ZipkinImporter;
import java.util.ArrayList;
import java.util.List;

/// Every format that Orrery reads, in the order in which their drafts count: what people declare comes before what was
/// observed. The first that accepts a document reads it.
final class Formats {
    static final List<TopologyImporter> ALL = all();

    private Formats() {}

    private static List<TopologyImporter> all() {
        List<TopologyImporter> all = new ArrayList<>();
        all.add(new NativeImporter());
        all.add(new ComposeImporter());
        all.add(new BackstageImporter());
        all.add(new KubernetesImporter());
        all.add(new LikeC4Importer());
        all.add(new StructurizrImporter());
        all.add(new CalmImporter());
        all.add(new ContextMapperImporter());
        all.add(new ScoreImporter());
        all.add(new VistectureImporter());
        all.add(new AsyncApiImporter());
        all.add(new OpenApiImporter());
        all.add(new CycloneDxImporter());
        all.add(new DotImporter());
        all.add(new GraphMlImporter());
        all.add(new MermaidImporter());
        all.add(new VizceralImporter());
        all.add(new JaegerImporter());
        all.add(new ZipkinImporter());
        return List.copyOf(all);
    }
}
