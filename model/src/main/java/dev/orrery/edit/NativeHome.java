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
            case TopologyEdit.AddService add -> NativeServices.add(desk, add);
            case TopologyEdit.RenameService(String id, String renamed) ->
                NativeServices.rename(desk, service(desk, id), renamed);
            case TopologyEdit.DeleteService(String id) -> NativeServices.delete(desk, service(desk, id));
            case TopologyEdit.DuplicateService(String id, String copy) ->
                NativeServices.duplicate(desk, service(desk, id), copy);
            case TopologyEdit.OfService change -> new NativeFields(desk, service(desk, change.service())).write(change);
            case TopologyEdit.OfDependency change -> NativeDependencies.write(desk, change);
            case TopologyEdit.AddBoundary add -> NativeBoundaries.add(desk, add);
            case TopologyEdit.OfBoundary change -> NativeBoundaries.write(desk, change);
        }
    }

    private static Service service(Desk desk, String id) {
        return Names.service(desk.topology(), id);
    }
}
