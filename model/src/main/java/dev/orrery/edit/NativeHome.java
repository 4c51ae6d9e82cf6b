package dev.orrery.edit;

import dev.orrery.topology.Service;

/// Orrery's own format, which has a place for every edit.
final class NativeHome implements Home {
    @Override
    public String format() {
        return NativePages.FORMAT;
    }

    @Override
    public boolean has(TopologyEdit edit) {
        return true;
    }

    @Override
    public void write(TopologyEdit edit, Desk desk) {
        switch (edit) {
            case TopologyEdit.AddService add -> NativeServices.add(NativePages.descriptors(desk), add);
            case TopologyEdit.RenameService(String id, String renamed) ->
                NativeServices.rename(NativePages.descriptors(desk), service(desk, id), renamed);
            case TopologyEdit.DeleteService(String id) ->
                NativeServices.delete(NativePages.descriptors(desk), service(desk, id));
            case TopologyEdit.DuplicateService(String id, String copy) ->
                NativeServices.duplicate(NativePages.descriptors(desk), service(desk, id), copy);
            case TopologyEdit.OfService change ->
                new NativeFields(NativePages.descriptors(desk).of(service(desk, change.service()))).write(change);
            case TopologyEdit.OfDependency change -> NativeDependencies.write(NativePages.descriptors(desk), change);
            case TopologyEdit.AddBoundary add -> NativeBoundaries.add(NativePages.descriptors(desk), add);
            case TopologyEdit.OfBoundary change -> NativeBoundaries.write(NativePages.descriptors(desk), change);
        }
    }

    private static Service service(Desk desk, String id) {
        return Names.service(desk.topology(), id);
    }
}
