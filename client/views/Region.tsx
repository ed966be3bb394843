export default function Region({ id }: { id: string }) {
  return <p>{id}</p>;
}
