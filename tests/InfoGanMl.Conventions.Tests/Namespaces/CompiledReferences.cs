using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace InfoGanMl.Conventions.Tests.Namespaces;

/// <summary>
/// Reads from a compiled library which of its types need which: by what they derive from, by signatures, and by the bodies of
/// their methods. What the compiler leaves nothing of (constants, nameof, documentation) does not count.
/// </summary>
internal sealed class CompiledReferences
{
    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly TypeCollector _collector = new();
    private readonly HashSet<TypeReference> _references = [];

    private CompiledReferences(PEReader file)
    {
        (_file, _metadata) = (file, file.GetMetadataReader());
    }

    /// <summary>All references between types of the library that lie in namespaces of their own.</summary>
    /// <param name="path">The library.</param>
    public static IReadOnlyCollection<TypeReference> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var references = new CompiledReferences(file);
        foreach (var handle in references._metadata.TypeDefinitions)
        {
            references.Add(handle);
        }

        return references._references;
    }

    private void Add(TypeDefinitionHandle handle)
    {
        _collector.Types.Clear();
        var type = _metadata.GetTypeDefinition(handle);
        Collect(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Collect(_metadata.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields())
        {
            _metadata.GetFieldDefinition(field).DecodeSignature(_collector, null);
        }

        CollectAttributes(type.GetCustomAttributes());
        CollectConstraints(type.GetGenericParameters());
        foreach (var method in type.GetMethods())
        {
            Collect(_metadata.GetMethodDefinition(method));
        }

        var from = NameOf(handle);
        _references.UnionWith(
            _collector
                .Types.Select(NameOf)
                .Where(to => IsOurs(from) && IsOurs(to) && from.Namespace != to.Namespace)
                .Select(to => new TypeReference(from, to))
        );
    }

    private void Collect(MethodDefinition method)
    {
        method.DecodeSignature(_collector, null);
        CollectAttributes(method.GetCustomAttributes());
        CollectConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
        {
            return; // abstract
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_collector, null);
        }

        foreach (var caught in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
        {
            Collect(caught.CatchType);
        }

        foreach (var token in InstructionTokens.Read(body.GetILReader()))
        {
            Collect(token);
        }
    }

    private void Collect(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                _collector.Types.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_collector, null);
                break;
            case HandleKind.MethodDefinition:
                Collect(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Collect(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Collect(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Collect(generic.Method);
                generic.DecodeSignature(_collector, null);
                break;
        }
    }

    private void CollectAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Collect(_metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void CollectConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => _metadata.GetGenericParameter(p).GetConstraints()))
        {
            Collect(_metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    /// <summary>What a type stands in: a closure or a state machine belongs to the type that it was written in.</summary>
    private (string Namespace, string Name) NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? (_metadata.GetString(type.Namespace), _metadata.GetString(type.Name)) : NameOf(outer);
    }

    /// <summary>Not what the compiler adds to a library.</summary>
    private static bool IsOurs((string Namespace, string Name) type) =>
        type.Namespace.StartsWith("InfoGanMl", StringComparison.Ordinal);
}
